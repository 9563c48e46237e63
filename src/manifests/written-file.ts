import type { Provenance } from './provenance';
import type { Unit } from './unit';

/** A file that is written beside the manifests of a unit: a `kustomization.yaml`, values of Helm. */
export interface WrittenFile {
  readonly unit: Unit;
  /** Below the folder of the unit, with `/` between the segments. */
  readonly path: string;
  readonly content: string;
  readonly provenance: Provenance;
}
