import { describe } from '../../../manifests/manifest';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { exampleRouted, exampleRouterObject } from './example-routers';
import { rolloutsOfSameObjects, routerClaims } from './shared-router-objects';

/** A Rollout `web` that splits this TraefikService. */
function traefikRollout(service: string): string {
  return exampleRouted(`traefik:\n  weightedTraefikServiceName: ${service}`);
}

/** A second Rollout, with Services of its own. */
function apiRollout(service: string): string {
  return traefikRollout(service).replace(/web-(stable|canary)/g, 'api-$1').replace('name: web\n', 'name: api\n').replace(/app: web/g, 'app: api');
}

function traefikService(name: string, ...services: readonly string[]): string {
  const list = services.map((service) => `    - name: ${service}\n      port: 80\n      weight: 1\n`).join('');
  return exampleRouterObject('traefik.containo.us/v1alpha1', 'TraefikService', `weighted:\n  services:\n${list}`, name);
}

/** Finds routes and objects of routers that two Rollouts would write. */
export const oneRolloutARoute = defineRule({
  id: 'traffic/one-rollout-a-route',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'a route is split by one Rollout',
  rationale: 'The controller sets weights for one Rollout as if the route were its own: they sum to 100 for the two versions, Istio loses '
    + 'the destinations of any other, and subsets and managed routes that are not this release\'s are removed. Two Rollouts of one '
    + 'route undo each other\'s weights. Several may share an Ingress, an HTTPRoute or a VirtualService with a route for each.',
  bad: joinDocuments(traefikRollout('web'), apiRollout('web'), traefikService('web', 'web-stable', 'web-canary', 'api-stable', 'api-canary')),
  good: joinDocuments(
    traefikRollout('web'), apiRollout('api'), traefikService('web', 'web-stable', 'web-canary'), traefikService('api', 'api-stable', 'api-canary'),
  ),
  check(entry, context) {
    const others = rolloutsOfSameObjects(entry, context.manifests);
    if (others.length === 0) return;
    const taken = new Map(others.reverse().flatMap((other) =>
      routerClaims(other, context.manifests).map(({ what, namespace }) => [`${namespace} ${what}`, other] as const)));
    const seen = new Set<string>();
    for (const { pointer, what, namespace } of routerClaims(entry, context.manifests)) {
      const owner = taken.get(`${namespace} ${what}`);
      if (!owner || seen.has(what)) continue;
      seen.add(what);
      context.report(pointer, `${what} belongs to ${describe(owner.id)} already${madeAt(owner, entry)}`, {
        rival: owner,
        received: what, expected: 'one rollout for each', fix: 'give this rollout a route, or an object, of its own',
      });
    }
  },
});
