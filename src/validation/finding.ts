import type { JsonValue } from '../manifests/json';
import type { ManifestEntry } from '../manifests/manifest-set';
import { type Pointer, readable } from '../manifests/pointer';
import type { Provenance } from '../manifests/provenance';

/** How bad a finding is. An `error` stops the synth before anything is written. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * A change of the object that is certainly what its author meant, so that `lint --fix` may make it. `set` writes a value, also where
 * there was none; `remove` takes a field or an item out; `rename` gives a field the name `value`. The pointer is that of the field.
 */
export type Edit =
  | { readonly op: 'set'; readonly pointer: Pointer; readonly value: JsonValue }
  | { readonly op: 'remove'; readonly pointer: Pointer }
  | { readonly op: 'rename'; readonly pointer: Pointer; readonly value: string };

/** What a message can say beside itself. */
export interface FindingDetails {
  /** What was there. */
  readonly received?: string;
  /** What was wanted. */
  readonly expected?: string;
  /** What to change. */
  readonly fix?: string;
  /**
   * The same for a program. Absent where there is more than one way, or where the author has to decide.
   *
   * @default - a person has to mend it
   */
  readonly edit?: Edit;
  /**
   * The other object, where the two cannot stand beside each other.
   *
   * @default - it is wrong by itself
   */
  readonly rival?: ManifestEntry;
  /**
   * Whether it misses an object, as rules with `needsCompleteSet` always do: among some files of a folder it is no error then.
   *
   * @default false
   */
  readonly misses?: boolean;
}

/** One thing that is wrong, or may be: with one object, or, without `entry`, with what was declared about the objects. */
export interface Finding extends FindingDetails {
  /** Id of the rule, such as `rollouts/weight-in-range`. */
  readonly rule: string;
  /** How bad it is. */
  readonly severity: Severity;
  /** The object that it is about. Absent for findings about none, such as a waiver that matches nothing. */
  readonly entry?: ManifestEntry;
  /** The object that is made of what `entry` says, where the finding is about that one: argocd-cm of the values in an Application. */
  readonly subject?: ManifestEntry;
  /** Where in the text of YAML that stands at `pointer`. Absent where no text holds it. An `edit` is one of this text then. */
  readonly inside?: Pointer;
  /** Where to look when there is no object, or when its own provenance would mislead. */
  readonly origin?: Provenance;
  /** Where in the object, `''` for the whole of it. */
  readonly pointer: Pointer;
  /** Lower case: what was got, and what the cluster would do with it. */
  readonly message: string;
  /**
   * The check itself failed at the object, which says nothing about the object: a command that lints reports it apart.
   *
   * @default false
   */
  readonly isDefect?: boolean;
}

/** The object that a finding is about, as people look for it. */
export function subjectOf({ subject, entry }: Finding): ManifestEntry | undefined {
  return subject ?? entry;
}

/** Where in its object a finding is, as people read it: `spec.source.helm.values, configs.cm.url` inside of a text. */
export function readablePlace({ pointer, inside }: Finding): string {
  return [readable(pointer), ...(inside === undefined ? [] : [readable(inside)])].join(', ');
}

/** The objects by whose names a finding is acknowledged: what it is about, and what that is written in. */
export function objectsOf({ subject, entry }: Finding): readonly ManifestEntry[] {
  return [subject, entry].filter((one) => one !== undefined);
}

/** Where a finding comes from: its own origin, or that of its object. */
export function provenanceOf(finding: Finding): Provenance {
  return finding.origin ?? finding.entry?.provenance ?? {};
}
