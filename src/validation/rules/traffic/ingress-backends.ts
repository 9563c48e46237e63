import { readable } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleIngress, joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedByIngress } from '../scopes';
import { exampleRouted } from './example-routers';
import { serviceOf, type SplitIngress, splitIngresses } from './ingress-routing';
import { canaryPlace } from './router-objects';

const ROLLOUT_YAML = exampleRouted('nginx:\n  stableIngress: web');
const INGRESS = exampleIngress('web-stable');

/** Finds rules of a split Ingress that the controller cannot read. */
export const ingressBackends = defineRule({
  id: 'traffic/ingress-backends',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: routedByIngress,
  since: '0.1.0',
  implements: ['NG-03', 'AL-05'],
  title: 'every path of a split Ingress leads to a Service',
  rationale: 'Where the controller goes through the rules of the Ingress it takes for granted that each has paths and each path a '
    + 'Service. A rule of a host alone, or a path to a resource, makes it fail in every reconciliation.',
  bad: joinDocuments(ROLLOUT_YAML, `${INGRESS}    - host: docs.example.com\n`),
  good: joinDocuments(ROLLOUT_YAML, INGRESS),
  check(entry, context) {
    const hasHeaderRoutes = canaryPlace(entry).at('trafficRouting', 'managedRoutes').items.length > 0;
    for (const ingress of splitIngresses(entry, context.manifests)) {
      for (const { place, what } of unreadable(ingress, hasHeaderRoutes)) {
        context.report(ingress.pointer, `${readable(place)} of ${ingress.title} ${what}, and Argo Rollouts fails there`, {
          received: what, expected: 'paths to Services', fix: 'move it to an Ingress of its own',
        });
      }
    }
  },
});

/** Everything for NGINX and for the header routes of ALB. To set a weight of ALB only the paths up to the right one are looked at. */
function unreadable({ spec, router, service }: SplitIngress, hasHeaderRoutes: boolean): Array<{ place: string; what: string }> {
  const found: Array<{ place: string; what: string }> = [];
  const isThorough = router === 'nginx' || hasHeaderRoutes;
  for (const rule of spec.at('rules').items) {
    if (isThorough && !rule.at('http').exists) found.push({ place: rule.pointer, what: 'has no paths' });
    for (const path of rule.at('http', 'paths').items) {
      if (!path.at('backend', 'service').exists) found.push({ place: path.pointer, what: 'leads to no Service' });
      else if (!isThorough && serviceOf(path) === service) return found;
    }
  }
  return found;
}
