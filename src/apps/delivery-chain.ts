import type { Chart } from 'cdk8s';

/** Charts that Applications of a chart deliver. */
const delivered = new WeakMap<Chart, Set<Chart>>();

/**
 * Notes that an Application of one chart delivers another one. Nothing is noted when the other one leads back: then the charts in between
 * are returned, from the one that is delivered to the one that would deliver it.
 */
export function noteDelivery(holder: Chart, chart: Chart): readonly Chart[] | undefined {
  const loop = wayBetween(chart, holder);
  if (!loop) delivered.set(holder, (delivered.get(holder) ?? new Set()).add(chart));
  return loop;
}

function wayBetween(from: Chart, to: Chart): Chart[] | undefined {
  const ways: Chart[][] = [[from]];
  const seen = new Set([from]);
  for (let way = ways.shift(); way; way = ways.shift()) {
    const last = way[way.length - 1]!;
    if (last === to) return way;
    for (const next of delivered.get(last) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return undefined;
}
