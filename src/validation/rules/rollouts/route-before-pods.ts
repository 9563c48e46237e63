import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { type CanaryStateAt, canaryStates, hasCanaryPods, takesTime } from './canary-pods';
import { exampleIstioCanary, exampleIstioCompanions, joinDocuments } from './example-rollout';
import { numberField, objectField, objectsField, textField } from './fields';
import { hasRouter, ROLLOUT, specOf, trafficRoutingOf } from './rollout-strategy';
import { ABLE } from './route-step-router';

const STEPS = `
  - setHeaderRoute:
      name: beta-users
      match:
        - headerName: x-beta
          headerValue:
            exact: "true"
  - pause:
      duration: 10m
`;

/** A header route behind these steps. */
function routeExample(before: string): string {
  return joinDocuments(exampleIstioCanary(`steps:\n${before}${STEPS}  - setCanaryScale:\n      matchTrafficWeight: true\n`,
    'managedRoutes:\n  - name: beta-users'), exampleIstioCompanions());
}

/** Finds header and mirror routes to a canary without pods. */
export const routeBeforePods = defineRule({
  id: 'rollouts/route-before-pods',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'the canary has a pod before a route leads to it',
  rationale: 'The step that makes a header or mirror route is over at once. As long as the canary has no available pod, each '
    + 'reconciliation takes the managed routes away again, and nothing makes them a second time: the route never serves a request.',
  bad: routeExample(''),
  good: routeExample('  - setCanaryScale:\n      replicas: 1\n'),
  check(entry, context) {
    if (numberField(specOf(entry.manifest), 'replicas') === 0) return;
    const routing = trafficRoutingOf(entry.manifest);
    const states = canaryStates(entry.manifest);
    for (const at of states) {
      for (const action of ['setHeaderRoute', 'setMirrorRoute'] as const) {
        const route = objectField(at.step, action);
        // A route without match is taken away, and what no router makes is said elsewhere.
        if (objectsField(route, 'match').length === 0 || !hasRouter(routing, ...ABLE[action])) continue;
        const gone = podsGone(at, states);
        if (!gone) continue;
        const name = textField(route, 'name');
        context.report(pointer(at.pointer, action), gone === at
          ? `steps[${at.index}] makes the route ${name} while the canary has no pods, so the controller takes it away again`
          : `steps[${at.index}] makes the route ${name}, and steps[${gone.index}] takes all pods of the canary away at once, and with them the route`, {
          received: gone === at ? 'a canary without pods' : `a canary without pods from steps[${gone.index}] on`,
          expected: 'pods of the canary while the route is there',
          fix: 'put setCanaryScale with replicas: 1 before the route, and matchTrafficWeight: true behind the first setWeight',
        });
      }
    }
  },
});

/** The step from which on the canary has no pods, if it comes before anything waits. */
function podsGone(from: CanaryStateAt, states: readonly CanaryStateAt[]): CanaryStateAt | undefined {
  for (const at of states.slice(states.indexOf(from))) {
    if (!hasCanaryPods(at)) return at;
    if (takesTime(at.step)) return undefined;
  }
  return undefined;
}
