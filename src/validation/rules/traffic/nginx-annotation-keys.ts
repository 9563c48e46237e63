import type { Place } from '../../../manifests/references/place';
import { certainlyMeant, corrected, renamed } from '../../certain-edit';
import { defineRule, type RuleContext } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { exampleIngress, joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleRouted } from './example-routers';
import { canaryPlace } from './router-objects';

const NAME = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const PREFIX = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

/** What NGINX knows about canaries. */
const CANARY = [
  'canary', 'canary-by-cookie', 'canary-by-header', 'canary-by-header-pattern', 'canary-by-header-value', 'canary-weight', 'canary-weight-total',
];

function annotated(field: string, annotation: string): string {
  return joinDocuments(exampleRouted(`
nginx:
  stableIngress: web
  ${field}:
    ${annotation}
`), exampleIngress('web-stable'));
}

/** Finds annotations of the canary Ingress that Kubernetes refuses, or NGINX does not know. */
export const nginxAnnotationKeys = defineRule({
  id: 'traffic/nginx-annotation-keys',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: routedBy.nginx,
  since: '0.1.0',
  implements: ['NG-04'],
  title: 'the canary Ingress gets annotations that Kubernetes takes and NGINX knows',
  rationale: 'The controller puts annotationPrefix and a slash before each of additionalIngressAnnotations, and takes canaryIngressAnnotations '
    + 'as they are. The API server refuses a key that is none, so there is no canary Ingress and the update stands still. NGINX passes over '
    + 'a canary annotation that it does not know, or that has no prefix.',
  bad: annotated('canaryIngressAnnotations', 'canary-by-header: x-beta'),
  good: annotated('additionalIngressAnnotations', 'canary-by-header: x-beta'),
  check(entry, context) {
    const nginx = canaryPlace(entry).at('trafficRouting', 'nginx');
    const own = nginx.at('annotationPrefix');
    const prefix = own.text || 'nginx.ingress.kubernetes.io';
    if (!isPrefix(prefix)) {
      const meant = prefix.toLowerCase().replace(/\/$/, '');
      context.report(own.pointer, `annotationPrefix ${prefix} is no prefix of annotations`, {
        received: prefix, expected: 'a DNS name such as nginx.ingress.kubernetes.io', fix: 'write it without slash and in lower case',
        ...corrected(own.pointer, isPrefix(meant) ? meant : undefined),
      });
      return;
    }
    for (const [key, place] of nginx.at('additionalIngressAnnotations').fields) {
      checkKey(context, place, key, key.startsWith(prefix) ? key : `${prefix}/${key}`, prefix);
    }
    for (const [key, place] of nginx.at('canaryIngressAnnotations').fields) checkKey(context, place, key, key, prefix);
  },
});

function checkKey(context: RuleContext, place: Place, written: string, key: string, prefix: string): void {
  if (key.includes('{{')) return;
  const parts = key.split('/');
  const [name = '', domain] = [...parts].reverse();
  if (parts.length > 2 || !NAME.test(name) || (domain !== undefined && !isPrefix(domain))) {
    context.report(place.pointer, `${key} is no key of an annotation`, {
      received: written, expected: 'name, or prefix/name', fix: parts.length > 2 ? 'move it to canaryIngressAnnotations' : 'correct the key',
    });
  } else if (domain === undefined && CANARY.includes(name)) {
    context.report(place.pointer, `${name} means nothing to NGINX without its prefix`, {
      received: key, expected: `${prefix}/${name}`, fix: 'write the prefix, or move it to additionalIngressAnnotations',
      ...renamed(place.pointer, `${prefix}/${name}`),
    });
  } else if (domain === prefix && name.startsWith('canary') && !CANARY.includes(name)) {
    const meant = nearest(name, CANARY);
    const certain = certainlyMeant(name, CANARY);
    context.report(place.pointer, `NGINX knows no annotation ${name}`, {
      received: name, expected: CANARY.join(', '), fix: meant === undefined ? 'remove it' : `did you mean ${meant}?`,
      ...renamed(place.pointer, certain && written.slice(0, -name.length) + certain),
    });
  }
}

function isPrefix(text: string): boolean {
  return text.length <= 253 && PREFIX.test(text);
}
