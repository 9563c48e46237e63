import type { ObjectId } from '../manifest';
import type { Pointer } from '../pointer';
import type { Place } from './place';

/** One place where an object names another one. */
export interface Reference extends ObjectId {
  /** Where the name is written. */
  readonly pointer: Pointer;
  /** What the other object is to this one: `canary service`. */
  readonly role: string;
  /** The object works without it. */
  readonly optional?: boolean;
  /** It is often made by somebody else, as Secrets and ServiceAccounts are: found or not, nothing is wrong. */
  readonly elsewhere?: boolean;
  /** Names under which the same kind is served elsewhere: Traefik and Ambassador have moved to other groups. */
  readonly otherKinds?: readonly KindName[];
}

/** A kind and its group. */
export interface KindName {
  readonly group: string;
  readonly kind: string;
}

/** What a name refers to, beside the name. */
export interface ReferenceTarget {
  readonly group: string;
  readonly kind: string;
  /** @default - the namespace of the object that names it */
  readonly namespace?: string;
  /** @default - the text at the place */
  readonly name?: string;
  readonly optional?: boolean;
  readonly elsewhere?: boolean;
  /** @default - the kind has one name only */
  readonly otherKinds?: readonly KindName[];
}

/** Collects the references of one object. */
export class ReferenceList {
  public readonly found: Reference[] = [];

  /** @param namespace where names without a namespace are looked up */
  public constructor(public readonly namespace: string) {}

  /** Adds the name written at a place. An absent name names nothing, and one with a placeholder is not known yet. */
  public add(place: Place, role: string, target: ReferenceTarget): void {
    const name = target.name ?? place.text;
    const namespace = target.namespace ?? this.namespace;
    if (name === '' || name.includes('{{') || namespace.includes('{{')) return;
    this.found.push({
      pointer: place.pointer,
      role,
      group: target.group,
      kind: target.kind,
      namespace,
      name,
      ...(target.optional ? { optional: true } : {}),
      ...(target.elsewhere ? { elsewhere: true } : {}),
      ...(target.otherKinds ? { otherKinds: target.otherKinds } : {}),
    });
  }

  /** Adds a Service of the same namespace. */
  public addService(place: Place, role: string): void {
    this.add(place, role, { group: '', kind: 'Service' });
  }
}
