import { defineRule } from '../../rule';
import { exampleDeployment } from '../pods/example-deployment';
import { isSet, listField, objectField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';
import { labelMismatch } from '../rollouts/template-labels';

/** Finds workloads of Kubernetes whose own pods they do not select. */
export const workloadSelectsItsPods = defineRule({
  id: 'references/workload-selects-its-pods',
  severity: 'error',
  kinds: ['apps/DaemonSet', 'apps/Deployment', 'apps/ReplicaSet', 'apps/StatefulSet'],
  since: '0.1.0',
  implements: [],
  title: 'the pods of a workload carry the labels that it selects',
  rationale: 'A workload finds its pods by their labels. The API server refuses one whose template lacks a label of its selector, or '
    + 'whose selector is empty, and Argo CD fails the whole sync with it.',
  bad: exampleDeployment({ app: 'api' }),
  good: exampleDeployment(),
  check(entry, context) {
    const spec = specOf(entry.manifest);
    const selector = objectField(spec, 'selector');
    // What is not there is for the schema to report.
    if (!selector || !isSet(spec, 'template')) return;
    if (Object.keys(objectField(selector, 'matchLabels') ?? {}).length + listField(selector, 'matchExpressions').length === 0) {
      context.report('/spec/selector', 'the selector is empty and would match every pod of the namespace', {
        received: '{}', expected: 'at least one label', fix: 'write spec.selector.matchLabels with labels of the template',
      });
      return;
    }
    const mismatch = labelMismatch(spec);
    if (!mismatch) return;
    const { pointer, message, ...details } = mismatch;
    context.report(pointer, message, details);
  },
});
