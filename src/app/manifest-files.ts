import type { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { isApplicationOrSet } from '../manifests/applications';
import { idOf, type Manifest } from '../manifests/manifest';
import type { Unit } from '../manifests/unit';
import { fileOf } from '../output/layout';
import { fileOfObject } from '../output/object-file';
import { Rendering } from '../render/rendering';
import { layoutOf } from './layout';
import { placeOf } from './place';
import { folderOf, isDelivered, unitOf } from './units';

/**
 * The file of each object of a unit, below the output folder.
 *
 * @throws OutputError when the id of the unit cannot be a folder
 */
export function manifestFiles(scope: IConstruct, unit: Unit): (manifest: Manifest) => string {
  const whole = fileOf(unit.id);
  if (layoutOf(scope).files !== 'one-per-object') return () => whole;
  return (manifest) => fileOfObject(unit, idOf(manifest, unit.namespace));
}

/** The files with the objects of a chart below the output folder, sorted; none when it has no objects. */
export function manifestFilesOf(chart: Chart): readonly string[] {
  const rendering = Rendering.current(chart);
  const unit = unitOf(chart);
  if (layoutOf(chart).files !== 'one-per-object') return rendering.objectsOf(chart).length > 0 ? [fileOf(unit.id)] : [];
  return [...new Set(rendering.manifestsOf(chart).map(manifestFiles(chart, unit)))].sort();
}

/**
 * The file of a chart in the index, and what it says. There is none for a chart that is for no cluster, that an Application of this app
 * delivers, or that holds Applications itself.
 *
 * @param objects those of the chart
 */
export function indexFileOf(
  chart: Chart, objects: readonly { readonly apiVersion: string; readonly kind: string }[],
): { readonly path: string; readonly content: string } | undefined {
  const { environment, cluster } = placeOf(chart);
  if (!cluster || isDelivered(chart) || objects.some(isApplicationOrSet)) return undefined;
  return layoutOf(chart).index?._fileOf({
    folder: folderOf(chart),
    environment: environment?.name ?? '',
    cluster: { name: cluster.name, server: cluster.server ?? '' },
    namespace: chart.namespace ?? '',
  });
}
