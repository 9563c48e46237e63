import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleAlbIngress, exampleRouted } from './example-routers';
import { splitIngresses } from './ingress-routing';
import { canaryPlace } from './router-objects';

const ROLLOUT_YAML = exampleRouted('alb:\n  ingress: web\n  servicePort: 80');
const INGRESS = exampleAlbIngress('web-stable');

/** What the controller notes about annotations that are its own, under the name of today and the former one. */
const NOTES = ['rollouts.argoproj.io/managed-alb-annotations', 'rollouts.argoproj.io/managed-alb-actions'];

/** Finds annotations in Git that the controller writes. */
export const albActionInGit = defineRule({
  id: 'traffic/alb-action-in-git',
  severity: 'warning',
  kinds: [ROLLOUT],
  scope: routedBy.alb,
  since: '0.1.0',
  implements: ['AL-02'],
  title: 'the actions of an ALB Ingress are left to the controller',
  rationale: 'The weights of a release stand in an annotation of the Ingress, and so do the conditions of header routes. What Git says '
    + 'there comes back with each sync: in the middle of a release traffic jumps to the weights of Git.',
  bad: joinDocuments(ROLLOUT_YAML, INGRESS.replace('  name: web\n', `  name: web
  annotations:
    alb.ingress.kubernetes.io/actions.web-stable: |
      {"Type": "forward", "ForwardConfig": {"TargetGroups": [{"ServiceName": "web-stable", "ServicePort": "80", "Weight": 100}]}}
`)),
  good: joinDocuments(ROLLOUT_YAML, INGRESS),
  check(entry, context) {
    const routing = canaryPlace(entry).at('trafficRouting');
    const prefix = routing.at('alb', 'annotationPrefix').text || 'alb.ingress.kubernetes.io';
    const managed = routing.at('managedRoutes').items.map((route) => route.at('name').text).filter((name) => name !== '');
    for (const { pointer, title, entry: ingress, router, service } of splitIngresses(entry, context.manifests)) {
      if (router !== 'alb') continue;
      const keys = [
        ...(service === '' ? [] : [`${prefix}/actions.${service}`]),
        ...managed.flatMap((name) => [`${prefix}/actions.${name}`, `${prefix}/conditions.${name}`]),
        ...NOTES,
      ];
      for (const key of keys) {
        if (!Object.hasOwn(ingress.manifest.metadata.annotations ?? {}, key)) continue;
        context.report(pointer, `${title} has the annotation ${key}, which the controller writes`, {
          received: key, expected: 'no such annotation in Git', fix: 'remove it from the Ingress',
        });
      }
    }
  },
});
