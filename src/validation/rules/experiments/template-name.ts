import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { objectsField, textField } from '../rollouts/fields';
import { withExperiments } from '../scopes';
import { exampleExperimentStep } from './example-experiment';
import { EXPERIMENT_KINDS, experimentsOf } from './experiments-of';

/** A step with one template of this name. */
function nameExample(name: string): string {
  return exampleExperimentStep({ templates: `- name: ${name}\n  specRef: canary` });
}

/** Finds templates of experiments whose pods cannot be named after them. */
export const templateName = defineRule({
  id: 'experiments/template-name',
  severity: 'error',
  kinds: EXPERIMENT_KINDS,
  scope: withExperiments,
  since: '0.1.0',
  implements: [],
  title: 'the name of a template of an experiment can be part of the name of an object',
  rationale: 'The controller names the ReplicaSet of a template after the experiment and the template. With capitals, blanks or underscores '
    + 'the API server refuses it: the experiment fails, and the release is aborted.',
  bad: nameExample('New_Version'),
  good: nameExample('new-version'),
  check(entry, context) {
    for (const { pointer: at, label, experiment } of experimentsOf(entry)) {
      for (const [index, template] of objectsField(experiment, 'templates')) {
        const name = textField(template, 'name');
        if (name === '' || (/^[a-z0-9.-]*[a-z0-9]$/.test(name) && !/\.[.-]|-\./.test(name) && !name.startsWith('.'))) continue;
        context.report(pointer(at, 'templates', index, 'name'), `${label} has a template named "${name}", and no ReplicaSet can be named after it`, {
          received: name, expected: 'small letters, digits and -', fix: 'write a name such as candidate',
        });
      }
    }
  },
});
