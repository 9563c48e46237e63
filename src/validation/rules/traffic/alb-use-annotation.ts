import { readable } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleAlbIngress, exampleRouted } from './example-routers';
import { pathsOf, serviceOf, splitIngresses } from './ingress-routing';

const ROLLOUT_YAML = exampleRouted('alb:\n  ingress: web\n  servicePort: 80');
const INGRESS = exampleAlbIngress('web-stable');

/** Finds paths that lead straight to a Service instead of by the weights that the controller writes. */
export const albUseAnnotation = defineRule({
  id: 'traffic/alb-use-annotation',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: routedBy.alb,
  since: '0.1.0',
  implements: ['AL-01'],
  title: 'paths of an ALB Ingress reach the split Service by annotation',
  rationale: 'Argo Rollouts writes weights into an annotation of the Ingress. The AWS controller reads it for backends whose port has the '
    + 'name use-annotation; any other port leads straight to the Service. Nobody checks this: steps pass, and no request reaches '
    + 'the canary.',
  bad: joinDocuments(ROLLOUT_YAML, INGRESS.replace('name: use-annotation', 'number: 80')),
  good: joinDocuments(ROLLOUT_YAML, INGRESS),
  check(entry, context) {
    for (const { pointer, title, spec, service, router } of splitIngresses(entry, context.manifests)) {
      if (router !== 'alb' || service === '') continue;
      for (const path of pathsOf(spec)) {
        const port = path.at('backend', 'service', 'port');
        if (serviceOf(path) !== service || port.at('name').text === 'use-annotation') continue;
        const number = port.at('number').value;
        const received = port.at('name').text || (typeof number === 'number' ? `${number}` : 'of no name');
        context.report(pointer, `${readable(path.pointer)} of ${title} leads straight to ${service}, past the weights`, {
          received: `port ${received}`, expected: 'port name use-annotation', fix: `write port: {name: use-annotation} for ${service} in the Ingress`,
        });
      }
    }
  },
});
