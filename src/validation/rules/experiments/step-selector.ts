import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { objectField, objectsField, textField, textsField } from '../rollouts/fields';
import { hasWorkloadRef, podTemplateOf } from '../rollouts/pod-template';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { labelMismatch } from '../rollouts/template-labels';
import { withExperiments } from '../scopes';
import { exampleExperimentStep } from './example-experiment';
import { experimentsOf } from './experiments-of';

/** A step that selects its pods by this label. */
function selectorExample(app: string): string {
  return exampleExperimentStep({ templates: `- name: candidate\n  specRef: canary\n  selector:\n    matchLabels:\n      app: ${app}` });
}

/** Finds experiment steps that would not find their pods. */
export const stepSelector = defineRule({
  id: 'experiments/step-selector',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: withExperiments,
  since: '0.1.0',
  implements: [],
  title: 'each template of an experiment step selects the pods of the rollout',
  rationale: 'The pods of a step have the labels of the rollout and those of the metadata of the template. The API server refuses a '
    + 'ReplicaSet whose selector asks for others: the experiment fails, and the release is aborted.',
  bad: selectorExample('api'),
  good: selectorExample('web'),
  check(entry, context) {
    const pods = podTemplateOf(entry.manifest);
    if (!pods || hasWorkloadRef(entry.manifest)) return;
    for (const { pointer: at, label, experiment } of experimentsOf(entry)) {
      for (const [index, template] of objectsField(experiment, 'templates')) {
        const selector = objectField(template, 'selector');
        const added = textsField(objectField(template, 'metadata'), 'labels');
        // The hash of the pods is a label as well, which nobody knows beforehand.
        if (!selector || JSON.stringify(selector).includes('rollouts-pod-template-hash')) continue;
        const labels = { ...textsField(objectField(pods, 'metadata'), 'labels'), ...added };
        // The controller adds the labels of the metadata to the selector, over what is there.
        const matchLabels = { ...textsField(selector, 'matchLabels'), ...added };
        const mismatch = labelMismatch({ selector: { ...selector, matchLabels }, template: { metadata: { labels } } });
        if (!mismatch) continue;
        context.report(pointer(at, 'templates', index, 'selector'), `template ${textField(template, 'name')} of ${label} selects labels that its pods do not have`, {
          received: mismatch.expected, expected: mismatch.received, fix: 'select labels of the pods, or leave the selector out for that of the rollout',
        });
      }
    }
  },
});
