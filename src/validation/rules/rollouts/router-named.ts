import { defineRule } from '../../rule';
import { exampleCanary, exampleServices, joinDocuments } from './example-rollout';
import { hasRouter, ROLLOUT, ROUTERS, TRAFFIC_ROUTING, trafficRoutingOf } from './rollout-strategy';

/** A canary whose traffic is routed like this. */
function routingExample(trafficRouting: string): string {
  return joinDocuments(exampleCanary(`
stableService: web-stable
canaryService: web-canary
trafficRouting: ${trafficRouting}
steps:
  - setWeight: 25
  - pause:
      duration: 5m
`), exampleServices('web-stable', 'web-canary'));
}

/** Finds traffic routing without a router. */
export const routerNamed = defineRule({
  id: 'rollouts/router-named',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'trafficRouting names a router',
  rationale: 'A trafficRouting without a router is accepted. The controller then scales as if there were one, all pods of the stable '
    + 'version beside those of the canary, and sends no request anywhere: the weights of the steps do nothing.',
  bad: routingExample('{}'),
  good: routingExample('{ smi: {} }'),
  check(entry, context) {
    const routing = trafficRoutingOf(entry.manifest);
    if (!routing || hasRouter(routing, ...ROUTERS)) return;
    context.report(TRAFFIC_ROUTING, 'trafficRouting names no router, so weights move no traffic', {
      received: Object.keys(routing).sort().join(', ') || '{}',
      expected: `one of ${ROUTERS.join(', ')}`,
      fix: 'name a router, or remove trafficRouting to split by the number of pods',
    });
  },
});
