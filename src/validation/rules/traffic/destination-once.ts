import type { ManifestEntry } from '../../../manifests/manifest-set';
import { pointer, type Pointer, readable } from '../../../manifests/pointer';
import { defineRule, type RuleContext } from '../../rule';
import { splitRoutes } from '../gateway-api/split-routes';
import { joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { exampleHttpRoute, exampleRouted, exampleRouteRule } from './example-routers';
import { managedVirtualServices, selectRoutes, splitSides, titleOf } from './istio-routing';
import { canaryPlace, routerObjects } from './router-objects';

const ROLLOUT_YAML = exampleRouted('plugins:\n  argoproj-labs/gatewayAPI:\n    httpRoute: web');

/** Finds routes that lead to one version by two destinations. */
export const destinationOnce = defineRule({
  id: 'traffic/destination-once',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'each version is one destination of a split route',
  rationale: 'Argo Rollouts writes the weight of a version into each destination that is the version, or into the first one alone and '
    + 'leaves the other as it is in Git. Either way the shares are others than those of the steps; a VirtualService whose weights '
    + 'sum to more than 100 shares traffic by their proportions.',
  bad: joinDocuments(ROLLOUT_YAML, exampleHttpRoute(exampleRouteRule('web-stable', 'web-canary', 'web-canary'))),
  good: joinDocuments(ROLLOUT_YAML, exampleHttpRoute()),
  check(entry, context) {
    checkVirtualServices(entry, context);
    const canary = canaryPlace(entry);
    const services = [canary.at('stableService').text, canary.at('canaryService').text].filter((name) => name !== '');
    const check = (at: Pointer, where: () => string, names: readonly string[]): void => {
      for (const service of services) report(context, at, where, service, names.filter((name) => name === service).length);
    };
    for (const route of splitRoutes(entry, context.manifests)) {
      for (const rule of route.rules) check(route.pointer, () => `${readable(rule.pointer)} of ${route.title}`, rule.at('backendRefs').items.map((backend) => backend.at('name').text));
    }
    for (const service of routerObjects(entry, context.manifests, ({ role }) => role === 'traefik service')) {
      check(service.pointer, () => service.title, service.spec.at('weighted', 'services').items.map((one) => one.at('name').text));
    }
    const { name, rules } = { name: canary.at('trafficRouting', 'apisix', 'route', 'name'), rules: canary.at('trafficRouting', 'apisix', 'route', 'rules') };
    const listed = (rules.exists ? rules.items : [name]).map((place) => place.text);
    for (const route of routerObjects(entry, context.manifests, ({ role }) => role === 'apisix route')) {
      for (const rule of route.spec.at('http').items.filter((one) => listed.includes(one.at('name').text))) {
        check(route.pointer, () => `http rule ${rule.at('name').text} of ${route.title}`, rule.at('backends').items.map((backend) => backend.at('serviceName').text));
      }
    }
  },
});

function checkVirtualServices(entry: ManifestEntry, context: RuleContext): void {
  const sides = splitSides(entry);
  // Two sides of one name are said elsewhere.
  if (new Set(sides.map(({ label }) => label)).size < sides.length) return;
  for (const service of managedVirtualServices(entry, context.manifests)) {
    for (const { label, destinations } of selectRoutes(service).routes) {
      for (const side of sides) {
        report(context, pointer(service.pointer, 'name'), () => `${label} of ${titleOf(service, entry)}`, side.label, destinations.filter((one) => side.matches(one)).length);
      }
    }
  }
}

function report(context: RuleContext, at: Pointer, where: () => string, what: string, count: number): void {
  if (count < 2) return;
  context.report(at, `${where()} leads to ${what} ${count === 2 ? 'twice' : `${count} times`}`, {
    received: `${count} destinations`, expected: 'one destination for each version', fix: 'keep one of them, or split the others in a route of their own',
  });
}
