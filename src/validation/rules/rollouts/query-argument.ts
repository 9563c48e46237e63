import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { exampleMetric, exampleStepAnalysis, exampleTemplate } from '../analysis/example-analysis';
import { rolloutAnalyses } from '../analysis/rollout-analyses';
import { flattenTemplates } from '../analysis/template-flattening';
import { metricsOfSpec } from '../analysis/template-metrics';
import { objectField, textField } from './fields';
import { ROLLOUT } from './rollout-strategy';

/** Matchers of PromQL that compare a label with one text. */
const MATCHER = /\b([a-zA-Z_]\w*)\s*=\s*"([^"]*)"/g;

const FIELDS = ['count: 5', 'interval: 1m', 'failureLimit: 1', 'successCondition: result >= 0.95'];
const ARGS = '    - name: service\n      value: web-canary';

/** Two metrics of which the second asks for this service. */
function serviceExample(service: string): string {
  const asked = (name: string, value: string): string => exampleMetric(...FIELDS)
    .replace('name: success-rate', `name: ${name}`).replace('web_success_ratio', `web_success_ratio{service="${value}"}`).trimEnd();
  const metrics = asked('success-rate', '{{args.service}}') + asked('fast-answers', service);
  return exampleStepAnalysis('templates:\n  - templateName: smoke', exampleTemplate({ args: ARGS, metrics }));
}

/** Finds queries that write out what the queries beside them take from an argument. */
export const queryArgument = defineRule({
  id: 'rollouts/query-argument',
  severity: 'info',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['E32'],
  title: 'queries of one rollout tell versions apart in the same way',
  rationale: 'A query that takes a label from an argument measures the version that the Rollout names. One beside it with the same label '
    + 'written out measures whatever has that name, often both versions together, and a bad canary hides among the good pods.',
  bad: serviceExample('web'),
  good: serviceExample('{{args.service}}'),
  check(entry, context) {
    const queries = rolloutAnalyses(entry.manifest).flatMap((analysis) => flattenTemplates(entry, analysis, context.manifests).templates)
      .flatMap(({ label: template, entry: from, spec, pointer }) => metricsOfSpec(spec).map(({ name, metric }) => ({
        key: `metric ${name} of ${template}`,
        from,
        pointer,
        matchers: [...textField(objectField(objectField(metric, 'provider'), 'prometheus'), 'query').matchAll(MATCHER)]
          .map(([, label = '', value = '']) => ({ label, value, argument: value.includes('{{') })),
      })));
    const byArgument = new Set(queries.flatMap(({ matchers }) => matchers.filter(({ argument }) => argument).map(({ label }) => label)));
    const said = new Set<string>();
    for (const { key, from, pointer, matchers } of queries) {
      const taken = new Set(matchers.filter(({ argument }) => argument).map(({ label }) => label));
      const fixed = matchers.find(({ label, argument }) => !argument && byArgument.has(label) && !taken.has(label));
      if (!fixed || said.has(key)) continue;
      said.add(key);
      context.report(pointer, `${key}${madeAt(from, entry)} asks for ${fixed.label}="${fixed.value}", which other metrics take from an argument`, {
        received: `${fixed.label}="${fixed.value}"`, expected: 'an argument', fix: `write ${fixed.label}="{{args.<name>}}" and pass the argument`,
      });
    }
  },
});
