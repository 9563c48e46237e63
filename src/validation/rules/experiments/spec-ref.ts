import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { objectsField, textField } from '../rollouts/fields';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { withExperiments } from '../scopes';
import { exampleExperimentStep } from './example-experiment';
import { experimentsOf } from './experiments-of';

/** A step with one template of these pods. */
function specRefExample(specRef: string): string {
  return exampleExperimentStep({ templates: `- name: candidate\n  specRef: ${specRef}` });
}

/** Finds experiment templates that take their pods from nowhere. */
export const specRef = defineRule({
  id: 'experiments/spec-ref',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: withExperiments,
  since: '0.1.0',
  implements: ['AR-154'],
  title: 'an experiment step runs pods of the canary or of the stable version',
  rationale: 'specRef says whose pods a template of an experiment step has: canary or stable, in lower case. The schema takes any text; '
    + 'the controller cannot make the experiment when the step is reached and tries for ever.',
  bad: specRefExample('preview'),
  good: specRefExample('canary'),
  check(entry, context) {
    for (const { pointer: at, label, experiment } of experimentsOf(entry)) {
      for (const [index, template] of objectsField(experiment, 'templates')) {
        const value = textField(template, 'specRef');
        if (template.specRef === undefined || value === 'canary' || value === 'stable') continue;
        context.report(
          pointer(at, 'templates', index, 'specRef'),
          `template ${textField(template, 'name')} of ${label} runs the pods of "${value}", and there are only canary and stable`,
          {
            received: value || 'an empty text', expected: 'canary or stable', fix: 'write canary for the new pods, or stable for those of today',
          },
        );
      }
    }
  },
});
