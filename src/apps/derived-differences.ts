import { type ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { addExternals } from '../app/externals';
import { unitOf } from '../app/units';
import { groupOf } from '../manifests/manifest';
import { ManifestSet } from '../manifests/manifest-set';
import type { Unit } from '../manifests/unit';
import { deriveIgnoreDifferences, type WrittenFields } from '../ownership/derive';
import { type IgnoreDifference, mergeIgnoreDifferences } from '../ownership/ignore-difference';
import { controllerWritesOf } from '../render/controller-writes';
import { isManifest } from '../render/render-failure';
import { Rendering } from '../render/rendering';

/**
 * What the Application of these charts has to leave alone: the fields that controllers write into their objects, even when the
 * Rollout that makes them do so is in another chart of the app.
 */
export function derivedDifferences(scope: IConstruct, charts: readonly Chart[]): IgnoreDifference[] {
  const rendering = Rendering.current(scope);
  const byUnit = known.get(rendering) ?? derive(rendering);
  known.set(rendering, byUnit);
  return mergeIgnoreDifferences(charts.flatMap((chart) => byUnit.get(unitOf(chart).id) ?? []));
}

/** Every Application of an app asks. */
const known = new WeakMap<Rendering, ReadonlyMap<string, readonly IgnoreDifference[]>>();

function derive(rendering: Rendering): ReadonlyMap<string, readonly IgnoreDifference[]> {
  const manifests = new ManifestSet();
  const units = new Map(rendering.charts.map((chart) => [chart, unitOf(chart)]));
  for (const [chart, unit] of units) {
    for (const object of rendering.objectsOf(chart)) {
      // They are what asks, while they are rendered themselves.
      if (isApplication(object)) continue;
      const rendered = rendering.render(object);
      if (isManifest(rendered)) manifests.add(unit, rendered);
    }
  }
  for (const construct of rendering.constructs) addExternals(manifests, construct, units);
  return deriveIgnoreDifferences(manifests, rendering.constructs.flatMap((construct) => declaredBy(construct, units)));
}

function isApplication(object: ApiObject): boolean {
  return groupOf(object.apiVersion) === 'argoproj.io' && ['Application', 'ApplicationSet'].includes(object.kind);
}

function declaredBy(construct: IConstruct, units: ReadonlyMap<Chart, Unit>): WrittenFields[] {
  return controllerWritesOf(construct).map(({ apiVersion, ...fields }) => {
    const unit = units.get(Chart.of(construct))!;
    return { unit, fields: { ...fields, group: groupOf(apiVersion), namespace: fields.namespace ?? (unit.namespace || undefined) } };
  });
}
