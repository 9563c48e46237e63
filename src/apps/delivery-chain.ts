import type { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';

/** Charts that Applications of a chart deliver, with these Applications. */
const delivered = new WeakMap<Chart, Map<Chart, IConstruct[]>>();

/** Something that makes Applications, of charts that are known when everything is declared. */
export interface ApplicationGenerator {
  readonly construct: IConstruct;
  readonly charts: () => readonly Chart[];
  /** Whether it is healthy only once its Applications are synced, so that others can come after them. */
  readonly isWaitedFor: boolean;
}

const generators = new WeakMap<Chart, ApplicationGenerator[]>();

/** Notes that something in a chart makes Applications. */
export function noteGenerator(holder: Chart, generator: ApplicationGenerator): void {
  generators.set(holder, [...generators.get(holder) ?? [], generator]);
}

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

/**
 * What of a chart brings each other chart, by itself or by way of Applications that it delivers: all of it, or only what is healthy no
 * earlier than the other chart is.
 */
export function deliverersIn(holder: Chart, which: Deliverers): ReadonlyMap<Chart, ReadonlySet<IConstruct>> {
  const found = new Map<Chart, Set<IConstruct>>();
  for (const [first, constructs] of deliveriesOf(holder, which)) {
    for (const chart of reachedFrom(first, which)) {
      const deliverers = found.get(chart) ?? new Set();
      for (const construct of constructs) deliverers.add(construct);
      found.set(chart, deliverers);
    }
  }
  return found;
}

/** All that brings a chart, or what others can wait for. */
export type Deliverers = 'all' | 'waited for';

function deliveriesOf(holder: Chart, which: Deliverers): ReadonlyArray<readonly [Chart, readonly IConstruct[]]> {
  const made = (generators.get(holder) ?? []).filter(({ isWaitedFor }) => isWaitedFor || which === 'all');
  return [
    ...delivered.get(holder) ?? [],
    ...made.flatMap(({ construct, charts }) => charts().map((chart) => [chart, [construct]] as const)),
  ];
}

function reachedFrom(first: Chart, which: Deliverers): ReadonlySet<Chart> {
  const reached = new Set([first]);
  // A set that grows is walked to its end.
  for (const chart of reached) for (const [next] of deliveriesOf(chart, which)) reached.add(next);
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
