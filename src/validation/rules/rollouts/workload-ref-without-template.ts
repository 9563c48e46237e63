import { defineRule } from '../../rule';
import { exampleDeployment } from '../pods/example-deployment';
import { exampleRollout } from './example-rollout';
import { objectField, textsField } from './fields';
import { hasWorkloadRef, podTemplateOf } from './pod-template';
import { ROLLOUT } from './rollout-strategy';

const REFERENCE = 'replicas: 4\nworkloadRef:\n  apiVersion: apps/v1\n  kind: Deployment\n  name: web';

const PROBE = 'httpGet:\n    path: /healthz\n    port: 8080';

const DEPLOYMENT = `---
${exampleDeployment({ spec: 'replicas: 0', container: `readinessProbe:\n  ${PROBE}\nlivenessProbe:\n  ${PROBE}` })}`;

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
