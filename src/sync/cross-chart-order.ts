import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { Rendering } from '../render/rendering';
import { dependenciesOf } from './declared-dependencies';
import { chartAround, objectsOf, type SyncOrder } from './sync-group';
import { phaseOf } from './sync-hook';
import { inBrackets } from './wave-circle';

/** A chart whose objects are to be applied after those of another chart. Waves cannot do that: each chart has its own Application. */
export interface ChartOrder {
  readonly before: Chart;
  readonly after: Chart;
  /** Where it is said first, if that is known. */
  readonly said?: () => string | undefined;
}

/** Whether the Applications of this app are applied in this order, by waves of a root or by steps of an ApplicationSet. */
export type ChartOrderKeeper = (order: ChartOrder) => boolean;

interface Registry {
  readonly orders: ChartOrder[];
  readonly keepers: ChartOrderKeeper[];
  /** Charts whose declared dependencies count. */
  readonly withDependencies: Set<Chart>;
}

const registries = new WeakMap<IConstruct, Registry>();
const known = new WeakMap<Rendering, readonly ChartOrder[]>();

/**
 * Wishes that constructs of one chart come after those of another chart. Whoever delivers the charts reads the wish; while nobody keeps it,
 * the first of the constructs is not valid.
 */
export function declareChartOrder({ before, after, said }: SyncOrder): void {
  const [earlier, later] = [before[0]!, after[0]!];
  registryOf(later).orders.push({ before: Chart.of(earlier), after: Chart.of(later), said });
  // A program may render a root and go on.
  Rendering.forget(later);
  later.node.addValidation({ validate: () => neverInSync(before, later, said) ?? unkept(earlier, later, said) });
}

/** Counts the dependencies of a chart on others (`chart.addDependency(other)`) as wishes. The chart itself says which nobody keeps. */
export function countDependencies(chart: Chart): void {
  registryOf(chart).withDependencies.add(chart);
  Rendering.forget(chart);
}

/** Registers somebody who may keep orders between charts. */
export function declareOrderKeeper(scope: IConstruct, keeper: ChartOrderKeeper): void {
  registryOf(scope).keepers.push(keeper);
}

/** Every order between two charts of the app, once. */
export function chartOrdersOf(scope: IConstruct): readonly ChartOrder[] {
  const rendering = Rendering.current(scope);
  let orders = known.get(rendering);
  if (!orders) {
    orders = distinct(registryOf(scope));
    known.set(rendering, orders);
  }
  return orders;
}

/** What is wrong with the dependencies of a chart on others, if nobody keeps them. */
export function unkeptDependencies(chart: Chart): string[] {
  const said = new Set<Chart>();
  return dependenciesOf(chart).flatMap(({ before, after }) => {
    const other = chartAround(before);
    if (!isElsewhere(other, chart) || said.has(other)) return [];
    // cdk8s adds such dependencies for every pair of objects: one of them says it.
    said.add(other);
    return unkept(before, after, byDependency);
  });
}

function distinct({ orders, withDependencies }: Registry): ChartOrder[] {
  const found = new Map<Chart, Map<Chart, ChartOrder>>();
  const add = (order: ChartOrder): void => {
    const { before, after } = order;
    if (!found.has(before)) found.set(before, new Map());
    if (!found.get(before)!.has(after)) found.get(before)!.set(after, order);
  };
  orders.forEach(add);
  for (const chart of withDependencies) {
    for (const dependency of dependenciesOf(chart)) {
      const before = chartAround(dependency.before);
      if (isElsewhere(before, chart)) add({ before, after: chart, said: byDependency });
    }
  }
  return [...found.values()].flatMap((followers) => [...followers.values()]);
}

function byDependency(): string {
  return 'by addDependency';
}

// What comes with a deletion or a failure is never done when a sync is.
function neverInSync(before: readonly IConstruct[], later: IConstruct, said: ChartOrder['said']): string[] | undefined {
  const phases = new Set(objectsOf(before).map((object) => phaseOf(object)));
  const [phase] = phases;
  if (phase === undefined || ![...phases].every((one) => one === 'SyncFail' || one === 'PreDelete' || one === 'PostDelete')) return undefined;
  return [`${later.node.path} is to come after ${before[0]!.node.path}${inBrackets(said?.() ?? '')}, which is a ${phase} hook: ` +
    `it runs ${phase === 'SyncFail' ? 'when a sync has failed' : 'when its Application is deleted'}, so nothing can wait for it. take out the order`];
}

// An app and what stands in no chart has no place in an order. That a chart depends on those below it says cdk8s itself, and means files.
function isElsewhere(other: Chart | undefined, chart: Chart): other is Chart {
  return other !== undefined && !other.node.scopes.includes(chart);
}

function unkept(before: IConstruct, after: IConstruct, said: ChartOrder['said']): string[] {
  const order = { before: Chart.of(before), after: Chart.of(after) };
  if (registryOf(after).keepers.some((keeper) => keeper(order))) return [];
  return [`${after.node.path} is to come after ${before.node.path}${inBrackets(said?.() ?? '')}, and nothing here applies the chart ${order.before.node.path} before the chart ` +
    `${order.after.node.path}: waves order the objects of one Application. deliver both charts by one AppOfApps, with addChart(...), ` +
    'or by one ApplicationSet with rollingSync, in two steps; else take out the order'];
}

function registryOf(scope: IConstruct): Registry {
  const { root } = scope.node;
  const registry = registries.get(root) ?? { orders: [], keepers: [], withDependencies: new Set() };
  registries.set(root, registry);
  return registry;
}
