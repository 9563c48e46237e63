import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleRouted, exampleRouterObject } from './example-routers';
import { canaryPlace, routerObjects } from './router-objects';

function traefikExample(second: string): string {
  return joinDocuments(exampleRouted('traefik:\n  weightedTraefikServiceName: web'), exampleRouterObject('traefik.containo.us/v1alpha1', 'TraefikService', `
weighted:
  services:
    - name: web-stable
      port: 80
      weight: 100
    - name: ${second}
      port: 80
      weight: 0
`));
}

/** Finds TraefikServices without both Services of the Rollout. */
export const traefikServiceWeighted = defineRule({
  id: 'traffic/traefik-service-weighted',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: routedBy.traefik,
  since: '0.1.0',
  implements: ['AR-184'],
  title: 'the TraefikService of a Rollout has both Services',
  rationale: 'The controller sets weights in spec.weighted.services and adds none there. With one of the two missing each '
    + 'reconciliation fails, and the update stands still. Every service needs a name.',
  bad: traefikExample('web'),
  good: traefikExample('web-canary'),
  check(entry, context) {
    const canary = canaryPlace(entry);
    const wanted = [canary.at('canaryService').text, canary.at('stableService').text].filter((name) => name !== '');
    for (const { pointer, title, spec } of routerObjects(entry, context.manifests, ({ role }) => role === 'traefik service')) {
      const services = spec.at('weighted', 'services');
      const names = services.items.map((service) => service.at('name').text);
      const missing = wanted.filter((name) => !names.includes(name));
      if (missing.length === 0) continue;
      context.report(pointer, `${title} has no service ${missing.join(' and none ')} in spec.weighted.services`, {
        received: names.filter((name) => name !== '').join(', ') || 'no weighted services',
        expected: wanted.join(' and '),
        fix: 'list both Services, the stable one with weight 100 and the canary with 0',
      });
    }
  },
});
