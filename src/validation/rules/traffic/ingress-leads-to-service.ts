import { defineRule } from '../../rule';
import { exampleIngress, exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedByIngress } from '../scopes';
import { exampleRouted } from './example-routers';
import { pathsOf, serviceOf, splitIngresses } from './ingress-routing';

const ROLLOUT_YAML = exampleRouted('nginx:\n  stableIngress: web');

/** Finds Ingresses of a Rollout without a path to the Service that is split. */
export const ingressLeadsToService = defineRule({
  id: 'traffic/ingress-leads-to-service',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: routedByIngress,
  since: '0.1.0',
  implements: ['AR-085', 'AR-086', 'AR-178', 'AR-180', 'NG-01', 'NG-02', 'AL-01'],
  title: 'the Ingress of a Rollout leads to the Service that is split',
  rationale: 'With NGINX the controller copies the rules that lead to the stable Service, with the AWS controller it annotates the paths '
    + 'of the root Service, or of the stable one. A default backend does not count. An Ingress without such a path makes the '
    + 'Rollout InvalidSpec.',
  bad: joinDocuments(ROLLOUT_YAML, exampleServices('web'), exampleIngress('web')),
  good: joinDocuments(ROLLOUT_YAML, exampleIngress('web-stable')),
  check(entry, context) {
    for (const { pointer, title, spec, service, router } of splitIngresses(entry, context.manifests)) {
      const services = pathsOf(spec).map(serviceOf);
      if (service === '' || services.includes(service)) continue;
      const named = [...new Set(services.filter((name) => name !== ''))].sort().join(', ');
      context.report(pointer, `${title} has no path to ${service}, the Service that ${router} splits`, {
        received: named || 'no path to a Service', expected: service, fix: `let a path of the Ingress lead to ${service}`,
      });
    }
  },
});
