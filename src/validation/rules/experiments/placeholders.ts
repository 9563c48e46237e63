import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleTemplate } from '../analysis/example-analysis';
import { halfPlaceholdersIn, placeholdersIn } from '../analysis/template-metrics';
import { joinDocuments } from '../rollouts/example-rollout';
import { objectsField, textField } from '../rollouts/fields';
import { withExperiments } from '../scopes';
import { exampleExperimentStep } from './example-experiment';
import { EXPERIMENT_KINDS, experimentsOf } from './experiments-of';

/** A step whose analysis is told the hash of this template. */
function hashExample(template: string): string {
  const analysis = 'analyses:\n  - name: smoke\n    templateName: smoke\n    args:\n      - name: hash\n        value: ';
  return joinDocuments(
    exampleExperimentStep({ step: `duration: 10m\n${analysis}"{{templates.${template}.podTemplateHash}}"` }),
    exampleTemplate({ args: '    - name: hash' }),
  );
}

/** Finds arguments of experiments with placeholders that nothing fills. */
export const placeholders = defineRule({
  id: 'experiments/placeholders',
  severity: 'error',
  kinds: EXPERIMENT_KINDS,
  scope: withExperiments,
  since: '0.1.0',
  implements: [],
  title: 'placeholders in the arguments of an experiment are about its templates',
  rationale: 'An experiment fills in the hash and the ReplicaSet of its templates by their names, and its own times. With any other '
    + 'placeholder the analysis ends in Error when it starts: the experiment fails, and the release is aborted.',
  bad: hashExample('canary'),
  good: hashExample('candidate'),
  check(entry, context) {
    for (const { pointer: at, label, experiment } of experimentsOf(entry)) {
      const known = objectsField(experiment, 'templates').map(([, template]) => textField(template, 'name'))
        .flatMap((name) => [`templates.${name}.podTemplateHash`, `templates.${name}.replicaset.name`]);
      known.push('experiment.availableAt', 'experiment.finishedAt');
      for (const [index, analysis] of objectsField(experiment, 'analyses')) {
        for (const [argIndex, arg] of objectsField(analysis, 'args')) {
          const where = pointer(at, 'analyses', index, 'args', argIndex, 'value');
          for (const { tag } of halfPlaceholdersIn(textField(arg, 'value'), where, known.filter((one) => /^[\w.-]+$/.test(one)))) {
            context.report(where, `${label} passes ${tag} with a brace too few, so it is text`, {
              received: textField(arg, 'value'), expected: `{{${tag}}}`, fix: `write {{${tag}}}`,
            });
          }
          for (const { tag } of placeholdersIn(textField(arg, 'value'), where)) {
            if (known.includes(tag)) continue;
            context.report(where, `${label} passes {{${tag}}}, which nothing fills`, {
              received: `{{${tag}}}`, expected: known.map((text) => `{{${text}}}`).join(', '), fix: 'correct the name of the template, or write the text itself',
            });
          }
        }
      }
    }
  },
});
