import type { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';

/** Charts that Applications of a chart deliver, with these Applications. */
const delivered = new WeakMap<Chart, Map<Chart, IConstruct[]>>();

/**
 * Notes that an Application of one chart delivers another one. Nothing is noted when the other one leads back: then the charts in between
 * are returned, from the one that is delivered to the one that would deliver it.
 */
export function noteDelivery(holder: Chart, chart: Chart, application: IConstruct): readonly Chart[] | undefined {
  const loop = wayBetween(chart, holder);
  if (loop) return loop;
  const charts = delivered.get(holder) ?? new Map<Chart, IConstruct[]>();
  delivered.set(holder, charts.set(chart, [...charts.get(chart) ?? [], application]));
  return undefined;
}

/** The Applications of a chart that bring each other chart, by themselves or by way of Applications that they deliver. */
export function deliverersIn(holder: Chart): ReadonlyMap<Chart, ReadonlySet<IConstruct>> {
  const found = new Map<Chart, Set<IConstruct>>();
  for (const [first, applications] of delivered.get(holder) ?? []) {
    for (const chart of reachedFrom(first)) {
      const deliverers = found.get(chart) ?? new Set();
      for (const application of applications) deliverers.add(application);
      found.set(chart, deliverers);
    }
  }
  return found;
}

function reachedFrom(first: Chart): ReadonlySet<Chart> {
  const reached = new Set([first]);
  // A set that grows is walked to its end.
  for (const chart of reached) for (const next of delivered.get(chart)?.keys() ?? []) reached.add(next);
  return reached;
}

function wayBetween(from: Chart, to: Chart): Chart[] | undefined {
  const ways: Chart[][] = [[from]];
  const seen = new Set([from]);
  for (let way = ways.shift(); way; way = ways.shift()) {
    const last = way[way.length - 1]!;
    if (last === to) return way;
    for (const next of delivered.get(last)?.keys() ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return undefined;
}
