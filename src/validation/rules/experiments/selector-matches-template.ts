import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { listField, objectField, objectsField, textField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';
import { labelMismatch } from '../rollouts/template-labels';
import { exampleExperiment } from './example-experiment';
import { EXPERIMENT } from './experiments-of';

/** Finds templates of an Experiment whose pods it would not find. */
export const selectorMatchesTemplate = defineRule({
  id: 'experiments/selector-matches-template',
  severity: 'error',
  kinds: [EXPERIMENT],
  since: '0.1.0',
  implements: ['AR-149'],
  title: 'each template of an experiment selects its own pods',
  rationale: 'An Experiment makes a ReplicaSet a template. The controller refuses an empty selector; the API server refuses the '
    + 'ReplicaSet when the labels of the template do not satisfy it, and the experiment fails.',
  bad: exampleExperiment().replace('          app: web\n      template', '          app: api\n      template'),
  good: exampleExperiment(),
  check(entry, context) {
    for (const [index, template] of objectsField(specOf(entry.manifest), 'templates')) {
      const selector = objectField(template, 'selector');
      const at = pointer('/spec/templates', index);
      if (!selector) continue;
      if (Object.keys(objectField(selector, 'matchLabels') ?? {}).length + listField(selector, 'matchExpressions').length === 0) {
        context.report(pointer(at, 'selector'), `the selector of template ${textField(template, 'name')} is empty`, {
          received: '{}', expected: 'at least one label', fix: 'write matchLabels with labels of the template',
        });
        continue;
      }
      const mismatch = labelMismatch(template);
      if (!mismatch) continue;
      const { pointer: below, message, ...details } = mismatch;
      context.report(`${at}${below.slice('/spec'.length)}`, message, details);
    }
  },
});
