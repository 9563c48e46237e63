import type { JsonObject } from '../../../manifests/json';
import { defineRule } from '../../rule';
import { exampleCanary, exampleServices, joinDocuments } from './example-rollout';
import { isSet, objectField, textField } from './fields';
import { CANARY, canaryOf, ROLLOUT, type RouterKey } from './rollout-strategy';

/** Routers that split between two Services in every form. */
const ALWAYS: readonly RouterKey[] = ['ambassador', 'apisix', 'appMesh', 'nginx', 'smi', 'traefik'];

/** The Gateway API plugin finds its backends by Service; Argo Rollouts itself asks nothing of plugins. */
const GATEWAY_API = 'argoproj-labs/gatewayAPI';

/** The configured router that cannot work without both Services, if there is one. */
function routerThatNeedsServices(canary: JsonObject | undefined, routing: JsonObject): string | undefined {
  const pingPong = isSet(canary, 'pingPong');
  if (isSet(routing, 'alb') && !pingPong) return 'alb';
  const istio = objectField(routing, 'istio');
  if (istio && !isSet(istio, 'destinationRule') && !pingPong) return 'istio without destinationRule';
  if (isSet(objectField(routing, 'plugins'), GATEWAY_API)) return `plugin ${GATEWAY_API}`;
  return ALWAYS.find((router) => isSet(routing, router));
}

/** Finds a router that has to split traffic between Services which are not named. */
export const canaryServicesSet = defineRule({
  id: 'rollouts/canary-services-set',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-027', 'AR-028'],
  title: 'a router that splits between Services knows both',
  rationale: 'All routers except Istio with a DestinationRule, and ping-pong, split traffic between stableService and canaryService. '
    + 'The controller marks a Rollout without them InvalidSpec; the Gateway API plugin fails in every reconcile instead.',
  bad: joinDocuments(exampleCanary(`
stableService: web-stable
trafficRouting:
  smi: {}
steps:
  - setWeight: 25
`), exampleServices('web-stable')),
  good: joinDocuments(exampleCanary(`
stableService: web-stable
canaryService: web-canary
trafficRouting:
  smi: {}
steps:
  - setWeight: 25
`), exampleServices('web-stable', 'web-canary')),
  check(entry, context) {
    const canary = canaryOf(entry.manifest);
    const routing = objectField(canary, 'trafficRouting');
    const router = routing && routerThatNeedsServices(canary, routing);
    if (!router) return;
    for (const key of ['stableService', 'canaryService']) {
      if (textField(canary, key) !== '') continue;
      context.report(
        isSet(canary, key) ? `${CANARY}/${key}` : CANARY,
        `${router} splits traffic between two Services, and ${key} is not set`,
        {
          expected: 'stableService and canaryService', fix: `name a Service in ${key}`,
        },
      );
    }
  },
});
