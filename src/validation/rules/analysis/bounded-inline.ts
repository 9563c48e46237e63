import type { JsonObject, JsonValue } from '../../../manifests/json';
import { goInteger } from '../../../simulation/metric-timing';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { isSet, objectsField, textField } from '../rollouts/fields';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { exampleMetric, exampleStepAnalysis, exampleTemplate } from './example-analysis';
import { rolloutAnalyses } from './rollout-analyses';
import { flattenTemplates } from './template-flattening';
import { metricsOfSpec } from './template-metrics';

const ANALYSIS = 'templates:\n  - templateName: success-rate';
const FIELDS = ['interval: 1m', 'failureLimit: 1', 'successCondition: result >= 0.95'];
const ENDS = exampleTemplate({ name: 'success-rate', metrics: exampleMetric('count: 5', ...FIELDS) });
const ENDLESS = exampleTemplate({ name: 'success-rate', metrics: exampleMetric(...FIELDS) });

/** What the controller reads in a template before it knows what the Rollout passes: defaults, and a word where there is none. */
function resolveByTemplate(value: JsonValue | undefined, spec: JsonObject): JsonValue | undefined {
  const name = argumentOf(value);
  const arg = name === undefined ? undefined : declaredArgument(spec, name);
  if (!arg || isSet(arg, 'valueFrom')) return value;
  return isSet(arg, 'value') ? textField(arg, 'value') : 'dummy-value';
}

/** The argument that a value is, and nothing else. */
function argumentOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? /^\{\{\s*args\.([^\s}]+)\s*\}\}$/.exec(value)?.[1] : undefined;
}

function declaredArgument(spec: JsonObject, name: string): JsonObject | undefined {
  return objectsField(spec, 'args').map(([, declared]) => declared).find((declared) => textField(declared, 'name') === name);
}

function hasDefault(spec: JsonObject, name: string): boolean {
  return isSet(declaredArgument(spec, name), 'value');
}

/** Finds metrics without end where a release waits for their end. */
export const boundedInline = defineRule({
  id: 'analysis/bounded-inline',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-082'],
  title: 'an analysis that a release waits for has an end',
  rationale: 'A metric with an interval and no count measures for ever, which only an analysis in the background may do. In a step, '
    + 'or before or after a promotion, the Rollout is InvalidSpec. A count that is an argument without a default counts as none, '
    + 'whatever the Rollout passes.',
  bad: exampleStepAnalysis(ANALYSIS, ENDLESS),
  good: exampleStepAnalysis(ANALYSIS, ENDS),
  check(entry, context) {
    for (const analysis of rolloutAnalyses(entry.manifest)) {
      if (analysis.role === 'background' || analysis.role === 'experiment') continue;
      for (const { label, entry: template, spec, pointer } of flattenTemplates(entry, analysis, context.manifests).templates) {
        for (const { name, metric } of metricsOfSpec(spec)) {
          if (textField(metric, 'interval') === '' || goInteger(resolveByTemplate(metric.count, spec)) !== 0) continue;
          const arg = argumentOf(metric.count);
          const count = isSet(metric, 'count') ? `count ${JSON.stringify(metric.count)}` : 'no count';
          const title = `metric ${name} of ${label}${madeAt(template, entry)}`;
          context.report(pointer, arg !== undefined && !hasDefault(spec, arg)
            ? `${title} has an interval and ${count}, and is checked with a placeholder in place of ${arg}, whatever is passed: that is no count, so it would never end`
            : `${title} has an interval and ${count}, so this analysis would never end`, {
            received: count,
            expected: 'a count above 0',
            fix: arg !== undefined
              ? `give ${arg} a default above 0 in the template, or write the count as a number`
              : 'add a count to the metric, or run the analysis in the background (strategy.canary.analysis)',
          });
        }
      }
    }
  },
});
