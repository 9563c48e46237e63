import type { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { chartOf, constructsOf, type SyncGroup } from './sync-group';

/** The constructs of a group by the chart that they stand in. */
export type ByChart = ReadonlyMap<Chart, readonly IConstruct[]>;

interface Sorted {
  readonly constructs: readonly IConstruct[];
  readonly byChart: ByChart;
}

const known = new WeakMap<SyncGroup, Sorted>();

/** Sorts a group once, in however many orders it stands: the lists for each chart are the same objects then. */
export function byChartOf(group: SyncGroup): ByChart {
  const constructs = constructsOf(group);
  const before = known.get(group);
  // A list may have grown since.
  if (before?.constructs.length === constructs.length && before.constructs.every((one, i) => one === constructs[i])) return before.byChart;
  const byChart = sort(constructs);
  known.set(group, { constructs: [...constructs], byChart });
  return byChart;
}

function sort(constructs: readonly IConstruct[]): ByChart {
  const found = new Map<Chart, IConstruct[]>();
  for (const construct of constructs) {
    const chart = chartOf(construct);
    if (!found.has(chart)) found.set(chart, []);
    found.get(chart)!.push(construct);
  }
  return found;
}
