import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { exampleMetric, exampleStepAnalysis, exampleTemplate } from './example-analysis';
import { rolloutAnalyses } from './rollout-analyses';
import { type FlatArgument, flattenArguments, flattenTemplates } from './template-flattening';

/** Two templates of which the second has this default. */
function defaultsExample(value: string): string {
  return exampleStepAnalysis(
    'templates:\n  - templateName: smoke\n  - templateName: success-rate',
    exampleTemplate({ args: '    - name: service\n      value: web' }),
    exampleTemplate({
      name: 'success-rate', args: `    - name: service\n      value: ${value}`, metrics: exampleMetric('successCondition: result >= 0.95'),
    }),
  );
}

/** Finds templates that give one argument different values. */
export const argValuesAgree = defineRule({
  id: 'analysis/arg-values-agree',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-078'],
  title: 'templates of one analysis agree on the defaults of their arguments',
  rationale: 'The controller merges all templates of an analysis into one run, where an argument has one value. Two defaults make the '
    + 'Rollout InvalidSpec, even when the analysis passes a value of its own.',
  bad: defaultsExample('api'),
  good: defaultsExample('web'),
  check(entry, context) {
    for (const analysis of rolloutAnalyses(entry.manifest)) {
      const { conflicts } = flattenArguments(flattenTemplates(entry, analysis, context.manifests).templates);
      const titleOf = ({ template }: FlatArgument): string => `${template.label}${madeAt(template.entry, entry)}`;
      for (const { first, second } of conflicts) {
        context.report(
          second.template.pointer,
          `${titleOf(first)} and ${titleOf(second)} give the argument ${first.name} different values`,
          {
            received: `${JSON.stringify(first.value)} and ${JSON.stringify(second.value)}`,
            expected: 'one value',
            fix: 'remove one of the defaults, give the arguments different names, or use two analyses',
          },
        );
      }
    }
  },
});
