import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { Rendering } from '../render/rendering';

/** A construct that was said to depend on another one: `after.node.addDependency(before)`. */
export interface DeclaredDependency {
  readonly before: IConstruct;
  readonly after: IConstruct;
}

const known = new WeakMap<Rendering, Map<Chart, readonly DeclaredDependency[]>>();

/**
 * The dependencies of the constructs of a chart, as cdk8s and cdk8s-plus declare them and users do; they are read only. The chart itself
 * is one of its constructs.
 */
export function dependenciesOf(chart: Chart): readonly DeclaredDependency[] {
  const rendering = Rendering.current(chart);
  if (!known.has(rendering)) known.set(rendering, new Map());
  const charts = known.get(rendering)!;
  let found = charts.get(chart);
  if (!found) {
    found = dependenciesBelow(chart);
    charts.set(chart, found);
  }
  return found;
}

function dependenciesBelow(construct: IConstruct): DeclaredDependency[] {
  const found = construct.node.dependencies.map((before) => ({ before, after: construct }));
  for (const child of construct.node.children) {
    if (!Chart.isChart(child)) for (const one of dependenciesBelow(child)) found.push(one);
  }
  return found;
}
