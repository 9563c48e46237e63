import type { JsonObject } from '../manifests/json';
import type { Manifest } from '../manifests/manifest';
import type { Matcher, WantedJson, WantedObject } from './matcher';
import type { WireObject } from './wire-object';

/** Some fields of a known type. */
export type Wanted<T> = Matcher | undefined | (
  unknown extends T ? WantedJson
    : T extends ReadonlyArray<infer Item> ? ReadonlyArray<Wanted<Item>>
      : T extends object ? { readonly [Key in keyof T]?: Wanted<T[Key]> }
        : T
);

/** Kinds that an editor completes, and any other. */
export type ManifestKind = WireObject['kind'] | (string & {});

/** Which objects are meant, when the kind alone does not say it. */
export interface ResourceReference<Kind extends ManifestKind = ManifestKind> {
  /** Kind of the objects: `Rollout`. */
  readonly kind: Kind;
  /**
   * With the version, as the manifest has it: `gateway.networking.k8s.io/v1`.
   * @default - any
   */
  readonly apiVersion?: string;
  /**
   * `metadata.name`.
   * @default - any
   */
  readonly name?: string;
  /**
   * The namespace that the object or its chart names.
   * @default - any
   */
  readonly namespace?: string;
}

/** A kind, or more about the objects that are meant. */
export type ResourceQuery<Kind extends ManifestKind = ManifestKind> = Kind | ResourceReference<Kind>;

/** Some fields of an object. A kind that this library knows has only the fields that it knows; of any other anything may be wanted. */
export type WantedResource<Kind extends ManifestKind> =
  [Extract<WireObject, { readonly kind: Kind }>] extends [never] ? WantedObject
    : PartsOf<Extract<WireObject, { readonly kind: Kind }>>;

type PartsOf<T> = T extends object ? { readonly [Key in keyof T]?: Wanted<T[Key]> } : never;

/** An object that was found, with the fields that its kind has. */
export type Resource<Kind extends ManifestKind> =
  [Extract<WireObject, { readonly kind: Kind }>] extends [never] ? Manifest
    : Plain<Extract<WireObject, { readonly kind: Kind }>>;

// Mapped, because TypeScript takes no interface for JSON: nobody knows what is merged into one.
type Plain<T> = T extends ReadonlyArray<infer Item> ? ReadonlyArray<Plain<Item>>
  : T extends object ? { readonly [Key in keyof T]: Plain<T[Key]> }
    : unknown extends T ? JsonObject[string] : T;
