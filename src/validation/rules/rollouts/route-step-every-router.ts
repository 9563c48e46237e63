import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { canarySteps } from './canary-steps';
import { exampleIstioCanary, exampleIstioCompanions, joinDocuments } from './example-rollout';
import { isSet } from './fields';
import { hasRouter, ROLLOUT, ROUTERS, trafficRoutingOf } from './rollout-strategy';
import { ABLE } from './route-step-router';

/** A header route beside these routers. */
function routersExample(more: string): string {
  return joinDocuments(exampleIstioCanary(`
steps:
  - setWeight: 25
  - setHeaderRoute:
      name: beta-users
      match:
        - headerName: x-beta
          headerValue:
            exact: "true"
  - pause:
      duration: 5m
`, `managedRoutes:\n  - name: beta-users\n${more}`), exampleIstioCompanions());
}

/** Finds header and mirror routes that one of several routers leaves out. */
export const routeStepEveryRouter = defineRule({
  id: 'rollouts/route-step-every-router',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'every router of a rollout can make its header and mirror routes',
  rationale: 'With several routers it is enough for the controller that one of them has such routes. The others pass the step over '
    + 'without a word, and requests that come through them never meet the route.',
  bad: routersExample('smi: {}'),
  good: routersExample(''),
  check(entry, context) {
    const routing = trafficRoutingOf(entry.manifest);
    for (const at of canarySteps(entry.manifest)) {
      for (const action of ['setHeaderRoute', 'setMirrorRoute'] as const) {
        const able: readonly string[] = ABLE[action];
        // Nobody knows what a plugin does, and a step that no router can do is an error of its own.
        const unable = ROUTERS.filter((router) => router !== 'plugins' && hasRouter(routing, router) && !able.includes(router));
        if (!isSet(at.step, action) || unable.length === 0 || !hasRouter(routing, ...ABLE[action])) continue;
        context.report(pointer(at.pointer, action), `steps[${at.index}] has ${action}, which ${unable.join(' and ')} ${unable.length > 1 ? 'leave' : 'leaves'} out`, {
          received: ROUTERS.filter((router) => hasRouter(routing, router)).join(', '),
          expected: able.join(' or '),
          fix: `remove ${unable.join(' and ')}, or do without ${action}`,
        });
      }
    }
  },
});
