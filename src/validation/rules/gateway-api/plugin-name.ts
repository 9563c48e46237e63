import { GATEWAY_API_PLUGIN } from '../../../manifests/references/gateway-api-plugin';
import { defineRule } from '../../rule';
import { spelling } from '../../schema/similar-name';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleRouted } from '../traffic/example-routers';
import { canaryPlace } from '../traffic/router-objects';

function pluginExample(name: string): string {
  return exampleRouted(`plugins:\n  ${name}:\n    httpRoute: web`);
}

/** Finds names that are nearly that of the plugin for the Gateway API. */
export const gatewayPluginName = defineRule({
  id: 'gateway-api/plugin-name',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: routedBy.plugins,
  since: '0.1.0',
  implements: ['AR-188'],
  title: 'the plugin for the Gateway API has its exact name',
  rationale: `Argo Rollouts looks for a plugin by its name, and the plugin for its settings under ${GATEWAY_API_PLUGIN}. With a letter in `
    + 'another case neither is found: each reconciliation fails, and the update stands still.',
  bad: pluginExample('argoproj-labs/gatewayapi'),
  good: pluginExample('argoproj-labs/gatewayAPI'),
  check(entry, context) {
    for (const [name, place] of canaryPlace(entry).at('trafficRouting', 'plugins').fields) {
      if (name === GATEWAY_API_PLUGIN || (spelling(name, GATEWAY_API_PLUGIN) > 2 && name.toLowerCase() !== 'gatewayapi')) continue;
      context.report(place.pointer, `there is no plugin ${name}`, { received: name, expected: GATEWAY_API_PLUGIN, fix: `write ${GATEWAY_API_PLUGIN}` });
    }
  },
});
