import { defineRule } from '../../rule';
import { exampleIngress, joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleRouted } from './example-routers';
import { canaryPlace } from './router-objects';

/** What the controller sets on the canary Ingress last of all, without the prefix. */
const OWN = ['canary', 'canary-weight'];

function annotated(annotation: string): string {
  return joinDocuments(exampleRouted(`
nginx:
  stableIngress: web
  additionalIngressAnnotations:
    ${annotation}
`), exampleIngress('web-stable'));
}

/** Finds annotations of the canary Ingress that are not the user's to set. */
export const nginxAnnotations = defineRule({
  id: 'traffic/nginx-annotations',
  severity: 'warning',
  kinds: [ROLLOUT],
  scope: routedBy.nginx,
  since: '0.1.0',
  implements: ['NG-04', 'NG-06'],
  title: 'the canary annotations of NGINX are left to the controller',
  rationale: 'The controller makes the canary Ingress and writes canary and canary-weight over what the Rollout says, so a weight there '
    + 'does nothing. Other annotations, such as canary-by-header, are copied.',
  bad: annotated('canary-weight: "20"'),
  good: annotated('canary-by-header: x-beta'),
  check(entry, context) {
    const nginx = canaryPlace(entry).at('trafficRouting', 'nginx');
    const prefix = nginx.at('annotationPrefix').text || 'nginx.ingress.kubernetes.io';
    for (const field of ['additionalIngressAnnotations', 'canaryIngressAnnotations']) {
      for (const [key, place] of nginx.at(field).fields) {
        const bare = key.startsWith(`${prefix}/`) ? key.slice(prefix.length + 1) : key;
        // Without its prefix a literal annotation means nothing to NGINX.
        if (!OWN.includes(bare) || (field === 'canaryIngressAnnotations' && bare === key)) continue;
        context.report(place.pointer, `${field} sets ${bare}, which the controller writes over`, {
          received: key, expected: 'annotations other than canary and canary-weight', fix: 'remove it: steps set the weight',
        });
      }
    }
  },
});
