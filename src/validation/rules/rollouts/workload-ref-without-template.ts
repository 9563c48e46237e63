import { defineRule } from '../../rule';
import { exampleRollout } from './example-rollout';
import { objectField, textsField } from './fields';
import { hasWorkloadRef, podTemplateOf } from './pod-template';
import { ROLLOUT } from './rollout-strategy';

const REFERENCE = 'replicas: 4\nworkloadRef:\n  apiVersion: apps/v1\n  kind: Deployment\n  name: web';

const DEPLOYMENT = `---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 0
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: example.com/web:1.4.2
          readinessProbe:
            httpGet:
              path: /healthz
              port: 8080
          livenessProbe:
            httpGet:
              path: /healthz
              port: 8080
`;

/** Finds a Rollout with two sources of pods. */
export const workloadRefWithoutTemplate = defineRule({
  id: 'rollouts/workload-ref-without-template',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-005', 'AR-070'],
  title: 'a rollout with workloadRef has no template of its own',
  rationale: 'The pods come either from the named workload or from the template. The controller refuses a template with labels or '
    + 'annotations beside workloadRef, and would silently drop one without.',
  bad: exampleRollout({ spec: REFERENCE, selector: '' }) + DEPLOYMENT,
  good: exampleRollout({ spec: REFERENCE, selector: '', template: '' }) + DEPLOYMENT,
  check(entry, context) {
    const template = podTemplateOf(entry.manifest);
    if (!template || !hasWorkloadRef(entry.manifest)) return;
    const metadata = objectField(template, 'metadata');
    const texts = Object.keys({ ...textsField(metadata, 'labels'), ...textsField(metadata, 'annotations') });
    if (texts.length === 0 && !objectField(template, 'spec')) return;
    context.report('/spec/template', 'the rollout has a template and a workloadRef, and only one of them can make the pods', {
      received: 'template and workloadRef',
      expected: 'one of them',
      fix: 'remove spec.template, or remove spec.workloadRef',
    });
  },
});
