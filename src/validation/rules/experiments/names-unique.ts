import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { objectsField, textField } from '../rollouts/fields';
import { withExperiments } from '../scopes';
import { exampleExperimentStep } from './example-experiment';
import { EXPERIMENT_KINDS, experimentsOf } from './experiments-of';

/** Two templates, the second with this name. */
function templatesExample(second: string): string {
  return exampleExperimentStep({ templates: `- name: baseline\n  specRef: stable\n- name: ${second}\n  specRef: canary` });
}

/** Finds templates and analyses of an experiment that cannot be told apart. */
export const namesUnique = defineRule({
  id: 'experiments/names-unique',
  severity: 'error',
  kinds: EXPERIMENT_KINDS,
  scope: withExperiments,
  since: '0.1.0',
  implements: ['AR-151', 'AR-152'],
  title: 'templates and analyses of an experiment have names of their own',
  rationale: 'The experiment makes a ReplicaSet a template, and keeps the state of both by their names. It refuses templates without a '
    + 'name or with one name, but only when the step is reached, and the release stops there. Of two analyses of one name it does not '
    + 'complain: they share one state.',
  bad: templatesExample('baseline'),
  good: templatesExample('candidate'),
  check(entry, context) {
    for (const { pointer: at, label, experiment } of experimentsOf(entry)) {
      for (const [key, what] of [['templates', 'template'], ['analyses', 'analysis']] as const) {
        const names = new Set<string>();
        for (const [index, item] of objectsField(experiment, key)) {
          const name = textField(item, 'name');
          // What has no name at all is for the schema to report.
          if (name === '' && item.name === undefined) continue;
          if (name === '' || names.has(name)) {
            const message = name === '' ? `${label} has an empty name among its ${key}` : `${label} has two ${key} named ${name}`;
            context.report(pointer(at, key, index, 'name'), message, {
              received: name || 'an empty name', expected: 'a name that nothing beside it has', fix: `name the ${what} otherwise`,
            });
          }
          names.add(name);
        }
      }
    }
  },
});
