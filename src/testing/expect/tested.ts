import { type App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { InputError } from '../../manifests/input-error';
import { SyncPlan } from '../../sync-plan/sync-plan';
import { Manifests } from '../manifests';

/** What `expect` may be given: manifests, or an app or a chart, which is rendered. */
export type Testable = Manifests | App | Chart;

/** The manifests that a test is about. */
export function manifestsOf(received: unknown): Manifests {
  if (received instanceof Manifests) return received;
  if (Construct.isConstruct(received)) {
    if (Chart.isChart(received)) return Manifests.fromChart(received);
    if (received.node.scope === undefined) return Manifests.fromApp(received as App);
    throw new InputError(`expect was given the construct ${received.node.path}. give it Manifests, an app or a chart`);
  }
  throw new InputError(`expect was given ${named(received)}. give it Manifests, an app or a chart`);
}

/** The plan that a test is about. */
export function planOf(received: unknown): SyncPlan {
  return received instanceof SyncPlan ? received : manifestsOf(received).syncPlan();
}

function named(received: unknown): string {
  if (typeof received === 'object' && received !== null) return `an object of ${received.constructor?.name ?? 'no class'}`;
  return received === undefined ? 'undefined' : JSON.stringify(received)?.slice(0, 60) ?? `a ${typeof received}`;
}
