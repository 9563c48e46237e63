import { GATEWAY_API_PLUGIN } from '../../../manifests/references/gateway-api-plugin';
import { defineRule } from '../../rule';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleRouted } from '../traffic/example-routers';
import { canaryPlace } from '../traffic/router-objects';
import { pluginConfig } from './split-routes';

function totalExample(total: number): string {
  return exampleRouted(`maxTrafficWeight: ${total}\nplugins:\n  argoproj-labs/gatewayAPI:\n    httpRoute: web`);
}

/** Finds a total weight that the plugin does not know of. */
export const gatewayTotalWeight = defineRule({
  id: 'gateway-api/total-weight',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: routedBy.plugins,
  since: '0.1.0',
  implements: [],
  title: 'weights of the Gateway API count to 100',
  rationale: 'Argo Rollouts lets plugins have another total than 100, and the plugin for the Gateway API does not look at it: it gives '
    + 'the stable version 100 minus the weight. The shares are wrong, and from a weight of 101 on the API server refuses the route.',
  bad: totalExample(1000),
  good: totalExample(100),
  check(entry, context) {
    const total = canaryPlace(entry).at('trafficRouting', 'maxTrafficWeight');
    if (!pluginConfig(entry).exists || typeof total.value !== 'number' || total.value === 100) return;
    context.report(total.pointer, `maxTrafficWeight is ${total.value}, and ${GATEWAY_API_PLUGIN} counts to 100`, {
      received: String(total.value), expected: '100, or none', fix: 'remove maxTrafficWeight and write weights from 0 to 100',
    });
  },
});
