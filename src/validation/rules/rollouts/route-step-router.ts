import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { canarySteps } from './canary-steps';
import { exampleCanary, exampleIstioCanary, exampleIstioCompanions, exampleServices, joinDocuments } from './example-rollout';
import { isSet } from './fields';
import { describeRouters, hasRouter, ROLLOUT, type RouterKey, trafficRoutingOf } from './rollout-strategy';

/** Routers of Argo Rollouts 1.9 that can do each step. */
export const ABLE = {
  setHeaderRoute: ['istio', 'alb', 'apisix', 'plugins'],
  setMirrorRoute: ['istio'],
} as const satisfies Record<string, readonly RouterKey[]>;

const STEP = `
steps:
  - setCanaryScale:
      replicas: 1
  - setHeaderRoute:
      name: beta-users
      match:
        - headerName: x-beta
          headerValue:
            exact: "true"
`;
const MANAGED = 'managedRoutes:\n  - name: beta-users';

/** Finds header and mirror routes that the router cannot make. */
export const routeStepRouter = defineRule({
  id: 'rollouts/route-step-router',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-038', 'AR-043'],
  title: 'header and mirror routes come with a router that has them',
  rationale: 'Header routes work with Istio, ALB, APISIX and plugins, mirror routes with Istio only in Argo Rollouts 1.9. With any '
    + 'other router, or none, the Rollout is InvalidSpec.',
  bad: joinDocuments(exampleCanary(`
stableService: web-stable
canaryService: web-canary
trafficRouting:
  smi: {}
  managedRoutes:
    - name: beta-users
${STEP}`), exampleServices('web-stable', 'web-canary')),
  good: joinDocuments(exampleIstioCanary(STEP, MANAGED), exampleIstioCompanions()),
  check(entry, context) {
    const routing = trafficRoutingOf(entry.manifest);
    for (const at of canarySteps(entry.manifest)) {
      for (const action of ['setHeaderRoute', 'setMirrorRoute'] as const) {
        if (!isSet(at.step, action) || hasRouter(routing, ...ABLE[action])) continue;
        context.report(pointer(at.pointer, action), `steps[${at.index}] has ${action}, which needs ${ABLE[action].join(', ')}`, {
          received: describeRouters(routing),
          expected: ABLE[action].join(' or '),
          fix: `remove the step, or route with ${ABLE[action].join(' or ')}`,
        });
      }
    }
  },
});
