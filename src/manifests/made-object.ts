import type { ManifestEntry } from './manifest-entry';
import type { Pointer } from './pointer';

/** A place in an object, or in a text of YAML that stands in it. */
export interface MadePlace {
  readonly pointer: Pointer;
  /** Where in the text at `pointer`. */
  readonly inside?: Pointer;
}

/** An object that somebody else makes of what is written here, such as a ConfigMap of the values of a chart. */
export interface MadeObject {
  /** The object that will be, in a unit of its own. */
  readonly entry: ManifestEntry;
  /** What it is written in. The object itself, where a file holds only a part of it. */
  readonly source: ManifestEntry;
  /** Whether something else may say more of it: then nothing can be missing. */
  readonly isPart: boolean;
  /** Where a place of the object is written; undefined for what nobody wrote. */
  readonly placeOf: (at: Pointer) => MadePlace | undefined;
  /** Where all of it is written. */
  readonly place: MadePlace;
}
