import { GATEWAY_API_PLUGIN, pluginRoutes } from '../../../manifests/references/gateway-api-plugin';
import { defineRule } from '../../rule';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleRouted } from '../traffic/example-routers';
import { canaryPlace } from '../traffic/router-objects';
import { pluginConfig } from './split-routes';

function experimentExample(field: string): string {
  return exampleRouted(`plugins:\n  argoproj-labs/gatewayAPI:\n    ${field}: web`, `
- experiment:
    duration: 10m
    templates:
      - name: candidate
        specRef: canary
        weight: 5
`);
}

/** Finds experiments with a weight that the plugin gives to nobody. */
export const gatewayExperimentRoute = defineRule({
  id: 'gateway-api/experiment-route',
  severity: 'warning',
  kinds: [ROLLOUT],
  scope: routedBy.plugins,
  since: '0.1.0',
  implements: ['GA-06'],
  title: 'an experiment with a weight comes with an HTTPRoute',
  rationale: 'The plugin sends traffic to the pods of an experiment in HTTPRoutes only. With other routes the experiment runs without '
    + 'requests, and its analysis measures nothing.',
  bad: experimentExample('grpcRoute'),
  good: experimentExample('httpRoute'),
  check(entry, context) {
    const canary = canaryPlace(entry);
    const config = pluginConfig(entry);
    const routing = canary.at('trafficRouting');
    const isAlone = routing.at('plugins').fields.length === 1 && !['istio', 'alb', 'smi'].some((router) => routing.at(router).exists);
    if (!config.exists || !isAlone || config.at('httpRouteSelector').exists) return;
    if (pluginRoutes(config).some(({ kind }) => kind === 'HTTPRoute')) return;
    for (const step of canary.at('steps').items) {
      for (const template of step.at('experiment', 'templates').items) {
        if (!template.at('weight').exists) continue;
        context.report(template.at('weight').pointer, `${GATEWAY_API_PLUGIN} has no HTTPRoute to send this share of an experiment through`, {
          received: 'other routes', expected: 'an HTTPRoute', fix: 'remove the weight, or split an HTTPRoute',
        });
      }
    }
  },
});
