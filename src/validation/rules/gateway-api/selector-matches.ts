import { EntryIndex } from '../../../manifests/entry-index';
import { describe } from '../../../manifests/manifest';
import { ROUTE_KINDS } from '../../../manifests/references/gateway-api-plugin';
import { Place } from '../../../manifests/references/place';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleHttpRoute, exampleRouted } from '../traffic/example-routers';
import { canaryPlace } from '../traffic/router-objects';
import { backendsOf, pluginConfig, selectedRoutes } from './split-routes';

const ROLLOUT_YAML = exampleRouted('plugins:\n  argoproj-labs/gatewayAPI:\n    httpRouteSelector:\n      matchLabels:\n        app: web');

function labelled(app: string): string {
  return joinDocuments(ROLLOUT_YAML, exampleHttpRoute().replace('name: web\n', `name: web\n  labels:\n    app: ${app}\n`));
}

/** Finds selectors that match none of the routes that lead to the Services of the Rollout. */
export const gatewaySelectorMatches = defineRule({
  id: 'gateway-api/selector-matches',
  severity: 'warning',
  kinds: [ROLLOUT],
  scope: routedBy.plugins,
  since: '0.1.0',
  implements: [],
  title: 'the selector of a Rollout matches the routes to its Services',
  rationale: 'The plugin looks for routes by label. It sets no weight in a route to both Services that the selector misses, so the users '
    + 'of that route never meet the canary.',
  bad: labelled('shop'),
  good: labelled('web'),
  check(entry, context) {
    const config = pluginConfig(entry);
    const namespace = config.at('namespace').text || entry.id.namespace;
    const canary = canaryPlace(entry);
    const services = [canary.at('stableService').text, canary.at('canaryService').text];
    if (services.includes('')) return;
    for (const [field, kind] of Object.entries(ROUTE_KINDS)) {
      const selector = config.at(`${field}Selector`);
      if (!selector.exists) continue;
      const objects = context.manifests.of(entry.unit);
      if (selectedRoutes(objects, entry.unit, kind, namespace, selector).length > 0) continue;
      const meant = BY_BACKEND.find(objects, `${kind} ${namespace}/${services[0]}`).find(({ manifest }) =>
        Place.root(manifest).at('spec', 'rules').items.some((rule) => services.every((service) => backendsOf(rule).includes(service))));
      if (!meant) continue;
      context.report(selector.pointer, `${field}Selector does not match ${describe(meant.id)}${madeAt(meant, entry)}, which leads to both Services`, {
        received: JSON.stringify(meant.manifest.metadata.labels ?? {}), expected: 'labels of the route', fix: 'correct the selector, or the labels of the route',
      });
    }
  },
});

/** Routes by the Services that they lead to. */
const BY_BACKEND = new EntryIndex(({ id, manifest }) => (id.group !== 'gateway.networking.k8s.io' ? [] : [...new Set(
  Place.root(manifest).at('spec', 'rules').items.flatMap(backendsOf).map((service) => `${id.kind} ${id.namespace}/${service}`))]));
