import type { Manifest, ObjectId } from './manifest';
import type { Provenance } from './provenance';
import type { Unit } from './unit';

/** One object of a synth: its JSON, whose it is and where it comes from. */
export interface ManifestEntry {
  /** The object as it is written. */
  readonly manifest: Manifest;
  /** What tells it apart from the other objects of its unit. */
  readonly id: ObjectId;
  /** What it is deployed with, and where to. */
  readonly unit: Unit;
  /** The construct, the line and the file that it comes from. */
  readonly provenance: Provenance;
}
