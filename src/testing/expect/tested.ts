import { type App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { InputError } from '../../manifests/input-error';
import { isJsonObject } from '../../manifests/json';
import type { PlannedApplication } from '../../sync-plan/planned';
import { Manifests } from '../manifests';

// More than these tell nobody more about what an object is.
const MOST_KEYS = 4;

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

/** Whether something is the plan of one Application, as `SyncPlan.application` gives it. */
export function isPlannedApplication(received: unknown): received is PlannedApplication {
  return isJsonObject(received) && Array.isArray(received.waves) && Array.isArray(received.sources);
}

function named(received: unknown): string {
  if (Array.isArray(received)) return `a list of ${received.length}`;
  if (isJsonObject(received)) {
    const { name } = received.constructor ?? Object;
    if (name !== 'Object') return `an object of ${name}`;
    const keys = Object.keys(received);
    const shown = keys.slice(0, MOST_KEYS).join(', ');
    return keys.length === 0 ? 'an empty object' : `an object with ${shown}${keys.length > MOST_KEYS ? ' and more' : ''}`;
  }
  return received === undefined ? 'undefined' : JSON.stringify(received)?.slice(0, 60) ?? `a ${typeof received}`;
}
