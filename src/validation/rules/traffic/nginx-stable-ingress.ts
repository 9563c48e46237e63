import { defineRule } from '../../rule';
import { exampleIngress, joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleRouted } from './example-routers';
import { splitIngresses } from './ingress-routing';
import { canaryPlace } from './router-objects';

const ROLLOUT_YAML = exampleRouted('nginx:\n  stableIngress: web');
const INGRESS = exampleIngress('web-stable');

/** Finds stable Ingresses that NGINX takes for canaries. */
export const nginxStableIngress = defineRule({
  id: 'traffic/nginx-stable-ingress',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: routedBy.nginx,
  since: '0.1.0',
  implements: ['NG-06', 'NG-07'],
  title: 'the stable Ingress is not marked as a canary',
  rationale: 'NGINX passes over an Ingress with the annotation canary until another one of the same host and path is there to split. The '
    + 'canary that the controller makes is marked too, so the host has no Ingress at all.',
  bad: joinDocuments(ROLLOUT_YAML, INGRESS.replace('  name: web\n', '  name: web\n  annotations:\n    nginx.ingress.kubernetes.io/canary: "true"\n')),
  good: joinDocuments(ROLLOUT_YAML, INGRESS),
  check(entry, context) {
    const prefix = canaryPlace(entry).at('trafficRouting', 'nginx', 'annotationPrefix').text || 'nginx.ingress.kubernetes.io';
    const key = `${prefix}/canary`;
    for (const { pointer, title, entry: ingress, router } of splitIngresses(entry, context.manifests)) {
      if (router !== 'nginx' || ingress.manifest.metadata.annotations?.[key] !== 'true') continue;
      context.report(pointer, `${title} is marked as a canary, so NGINX has no stable Ingress to split`, {
        received: `${key}: "true"`, expected: 'an Ingress without it', fix: 'remove the annotation: the controller makes the canary Ingress',
      });
    }
  },
});
