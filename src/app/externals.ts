import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { idOf } from '../manifests/manifest';
import type { ManifestSet } from '../manifests/manifest-set';
import type { Unit } from '../manifests/unit';
import { externalsOf } from '../render/external';

/** Adds what a construct declared to exist elsewhere. */
export function addExternals(manifests: ManifestSet, construct: IConstruct, units: ReadonlyMap<Chart, Unit>): void {
  for (const { apiVersion, kind, name, namespace } of externalsOf(construct)) {
    const unit = units.get(Chart.of(construct))!;
    manifests.addExternal(unit, idOf({ apiVersion, kind, metadata: { name, namespace } }, unit.namespace));
  }
}
