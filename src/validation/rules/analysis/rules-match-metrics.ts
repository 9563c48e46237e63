import { mayTakeForEver } from '../../../languages/conditions/go-regexp';
import type { JsonObject } from '../../../manifests/json';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { objectsField, textField } from '../rollouts/fields';
import { ROLLOUT, specOf } from '../rollouts/rollout-strategy';
import { exampleStepAnalysis, exampleTemplate } from './example-analysis';
import { rolloutAnalyses } from './rollout-analyses';
import { flattenTemplates } from './template-flattening';
import { ANALYSIS_RUN, metricsOf, metricsOfSpec } from './template-metrics';

/** An analysis whose dry run is about this metric. */
function dryRunExample(metric: string): string {
  return exampleStepAnalysis(`templates:\n  - templateName: smoke\ndryRun:\n  - metricName: ${metric}`, exampleTemplate());
}

/** The fields that are about metrics by the patterns of their names. */
const TREATMENTS = ['dryRun', 'measurementRetention'] as const;

/** Whether a pattern finds one of the names; undefined for what only Go's regular expressions can say. */
function matchesOne(pattern: string, names: readonly string[]): boolean | undefined {
  try {
    if (names.some((name) => mayTakeForEver(pattern, name))) return undefined;
    const expression = new RegExp(pattern);
    return names.some((name) => expression.test(name));
  } catch {
    return /\(\?|\\[pPQ]|\[\[:/.test(pattern) ? undefined : false;
  }
}

/** Finds dry runs and retentions that are about no metric. */
export const rulesMatchMetrics = defineRule({
  id: 'analysis/rules-match-metrics',
  severity: 'error',
  kinds: [ROLLOUT, ANALYSIS_RUN],
  since: '0.1.0',
  implements: ['AR-123', 'AR-124'],
  title: 'dryRun and measurementRetention name metrics of the analysis',
  rationale: 'metricName is a regular expression, found anywhere in a name. One that matches nothing, such as a misspelt name or a '
    + 'bare "*", ends the run in Error when it starts, and the release is aborted.',
  bad: dryRunExample('"*"'),
  good: dryRunExample('".*"'),
  check(entry, context) {
    const verify = (where: Pointer, key: string, pattern: string, owner: string, names: readonly string[]): void => {
      if (matchesOne(pattern, names) !== false) return;
      context.report(where, `${key} of ${owner} is about "${pattern}", which matches no metric`, {
        received: pattern,
        expected: `a regular expression that matches one of ${[...names].sort().join(', ')}`,
        fix: pattern === '*' ? 'write .* for all metrics' : 'write the name of a metric',
      });
    };
    const verifyOwn = (owner: JsonObject | undefined, path: Pointer, label: string, names: readonly string[]): void => {
      for (const key of TREATMENTS) {
        for (const [index, rule] of objectsField(owner, key)) {
          verify(pointer(path, key, index, 'metricName'), key, textField(rule, 'metricName'), label, names);
        }
      }
    };
    if (entry.manifest.kind === 'AnalysisRun') {
      verifyOwn(specOf(entry.manifest), '/spec', 'this run', metricsOf(entry.manifest).map(({ name }) => name));
      return;
    }
    for (const analysis of rolloutAnalyses(entry.manifest)) {
      const { templates, complete } = flattenTemplates(entry, analysis, context.manifests);
      if (!complete || templates.length === 0 || analysis.role === 'experiment') continue;
      const names = templates.flatMap((template) => metricsOfSpec(template.spec).map((at) => textField(at.metric, 'name')));
      for (const template of templates) {
        for (const key of TREATMENTS) {
          for (const [, rule] of objectsField(template.spec, key)) {
            verify(template.pointer, key, textField(rule, 'metricName'), template.label, names);
          }
        }
      }
      verifyOwn(analysis.analysis, analysis.pointer, 'this analysis', names);
    }
  },
});
