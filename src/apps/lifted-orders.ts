import type { Chart } from 'cdk8s';
import type { ArgoChart } from '../app/argo-chart';
import { Rendering } from '../render/rendering';
import { type ChartOrder, chartOrdersOf, declareOrderKeeper } from '../sync/cross-chart-order';
import type { SyncOrder } from '../sync/sync-group';
import { SyncWaves } from '../sync/sync-waves';
import { needApplicationHealth } from './application-health';
import { deliverersIn } from './delivery-chain';

/**
 * Lets the chart of a root keep the orders between charts that its children deliver: the child of the later chart comes a wave after that
 * of the earlier one. The two may stand below roots of their own; then these are ordered.
 */
export function liftOrders(applications: ArgoChart): void {
  SyncWaves._of(applications)._addLater(() => liftedOrders(applications));
  declareOrderKeeper(applications, (order) => lifted(applications, order) !== undefined);
  needApplicationHealth(applications, applications.namespace, () => liftedOrders(applications).length > 0);
}

/** Constructs of a root by the charts that they bring. */
interface Children {
  readonly all: ReturnType<typeof deliverersIn>;
  readonly waitedFor: ReturnType<typeof deliverersIn>;
}

const found = new WeakMap<Rendering, Map<Chart, Children>>();

function liftedOrders(applications: Chart): readonly SyncOrder[] {
  return chartOrdersOf(applications).flatMap((order) => lifted(applications, order) ?? []);
}

function lifted(applications: Chart, { before, after, said }: ChartOrder): SyncOrder | undefined {
  const { all, waitedFor } = childrenOf(applications);
  const [earlier, later] = [waitedFor.get(before), all.get(after)];
  // One child that brings both has a root below, where they are two.
  if (!earlier || !later || [...later].some((application) => earlier.has(application))) return undefined;
  return { before: [...earlier], after: [...later], said };
}

function childrenOf(applications: Chart): Children {
  const rendering = Rendering.current(applications);
  const known = found.get(rendering) ?? new Map<Chart, Children>();
  found.set(rendering, known);
  const children = known.get(applications) ?? { all: deliverersIn(applications, 'all'), waitedFor: deliverersIn(applications, 'waited for') };
  known.set(applications, children);
  return children;
}
