import { defineRule } from '../../rule';
import { exampleIngress, exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { reportMissing } from './missing-object';

/** Finds Ingresses that lead to a Service which nobody makes. */
export const ingressBackendExists = defineRule({
  id: 'references/ingress-backend-exists',
  severity: 'warning',
  kinds: ['networking.k8s.io/Ingress'],
  since: '0.1.0',
  implements: [],
  title: 'the Services behind an Ingress exist in its namespace',
  rationale: 'An Ingress may name a Service that is not there. Its controller then answers those paths with 503 until somebody makes it.',
  bad: joinDocuments(exampleIngress('web'), exampleServices('web-stable')),
  good: joinDocuments(exampleIngress('web-stable'), exampleServices('web-stable')),
  check(entry, context) {
    reportMissing(entry, context, ({ kind }) => kind === 'Service', 'requests for this path are answered with 503');
  },
});
