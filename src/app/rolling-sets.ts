import type { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { isApplicationSet } from '../manifests/applications';
import { isJsonObject } from '../manifests/json';
import { isManifest } from '../render/render-failure';
import { Rendering } from '../render/rendering';
import { type ChartOrder, declareOrderKeeper } from '../sync/cross-chart-order';
import { mayBe, textsAt } from './delivered';
import { folderOf } from './units';

/** Lets ApplicationSets with steps keep orders between charts: which Application is in which step, their own checks know. */
export function keepOrdersByRollingSets(scope: IConstruct): void {
  declareOrderKeeper(scope, ({ before, after }: ChartOrder) =>
    rollingPathsIn(before).some((paths) => [before, after].every((chart) => paths.some((path) => mayBe(path, folderOf(chart))))));
}

const found = new WeakMap<Rendering, ReadonlyArray<readonly string[]>>();

/** The paths that each ApplicationSet with steps may make Applications of. */
function rollingPathsIn(chart: Chart): ReadonlyArray<readonly string[]> {
  const rendering = Rendering.current(chart);
  let paths = found.get(rendering);
  if (!paths) {
    const sets = rendering.charts.flatMap((one) => rendering.objectsOf(one)).filter(isApplicationSet);
    paths = sets.map((set) => rendering.render(set)).filter(isManifest).filter(hasSteps)
      .map((manifest) => textsAt('path', manifest));
    found.set(rendering, paths);
  }
  return paths;
}

function hasSteps({ spec }: { readonly spec?: unknown }): boolean {
  return isJsonObject(spec) && isJsonObject(spec.strategy) && spec.strategy.type === 'RollingSync';
}
