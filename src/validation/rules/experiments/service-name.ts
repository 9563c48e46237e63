import { pointer } from '../../../manifests/pointer';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { objectField, objectsField, textField } from '../rollouts/fields';
import { withExperiments } from '../scopes';
import { exampleExperimentStep } from './example-experiment';
import { EXPERIMENT_KINDS, experimentsOf } from './experiments-of';

/** A step whose pods get a Service of this name, beside the Service `web`. */
function serviceExample(name: string): string {
  return joinDocuments(
    exampleExperimentStep({ templates: `- name: candidate\n  specRef: canary\n  service:\n    name: ${name}` }),
    exampleServices('web'),
  );
}

/** Finds Services of experiments whose names are taken. */
export const serviceName = defineRule({
  id: 'experiments/service-name',
  severity: 'error',
  kinds: EXPERIMENT_KINDS,
  scope: withExperiments,
  since: '0.1.0',
  implements: [],
  title: 'each template of an experiment has a Service of its own',
  rationale: 'The controller makes the Service of a template itself. If there is one of that name that is not its own it does not take it: '
    + 'the template ends in Error, the experiment fails, and the release is aborted.',
  bad: serviceExample('web'),
  good: serviceExample('web-candidate'),
  check(entry, context) {
    for (const { pointer: at, label, experiment } of experimentsOf(entry)) {
      const names = new Set<string>();
      for (const [index, template] of objectsField(experiment, 'templates')) {
        const name = textField(objectField(template, 'service'), 'name');
        if (name === '') continue;
        const taken = context.manifests.find(entry.unit, { group: '', kind: 'Service', namespace: entry.id.namespace, name });
        if (taken || names.has(name)) {
          context.report(
            pointer(at, 'templates', index, 'service', 'name'),
            taken ? `${label} would make the Service ${name}, which is there already${madeAt(taken, entry)}` : `${label} has two templates with the Service ${name}`,
            { received: name, expected: 'a name that no Service has', fix: 'name the Service otherwise, or leave its name out' },
          );
        }
        names.add(name);
      }
    }
  },
});
