import { defineRule } from '../../rule';
import { exampleIngress, joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedByIngress } from '../scopes';
import { exampleRouted } from './example-routers';
import { splitIngresses } from './ingress-routing';

const ROLLOUT_YAML = exampleRouted('nginx:\n  stableIngress: web');
const INGRESS = exampleIngress('web-stable');

/** Classes that are known to be those of another controller than the router's. Most have names that only their cluster knows. */
const FOREIGN = { nginx: ['alb', 'traefik', 'gce', 'kong', 'istio'], alb: ['nginx', 'traefik', 'gce', 'kong', 'istio'] } as const;

/** Finds Ingresses that another controller serves than the one that the Rollout counts on. */
export const ingressClass = defineRule({
  id: 'traffic/ingress-class',
  severity: 'warning',
  kinds: [ROLLOUT],
  scope: routedByIngress,
  since: '0.1.0',
  implements: ['NG-05'],
  title: 'the Ingress of a Rollout has the class of its router',
  rationale: 'NGINX reads the canary Ingress and the AWS controller the annotation that Argo Rollouts makes; a controller of another '
    + 'class knows neither. The steps pass, and no request reaches the canary.',
  bad: joinDocuments(ROLLOUT_YAML, INGRESS.replace('ingressClassName: nginx', 'ingressClassName: alb')),
  good: joinDocuments(ROLLOUT_YAML, INGRESS),
  check(entry, context) {
    for (const { pointer, title, spec, router, entry: ingress } of splitIngresses(entry, context.manifests)) {
      const name = spec.at('ingressClassName').text || (ingress.manifest.metadata.annotations?.['kubernetes.io/ingress.class'] ?? '');
      if (!FOREIGN[router].some((other) => other === name)) continue;
      context.report(pointer, `${title} has class ${name}, and the rollout splits it with ${router}`, {
        received: name, expected: `a class of ${router}`, fix: `give the Ingress the class of ${router}, or the rollout another router`,
      });
    }
  },
});
