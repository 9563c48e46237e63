import { pointer } from '../../../manifests/pointer';
import { measurementCount } from '../../../simulation/metric-timing';
import { defineRule } from '../../rule';
import { exampleMetric, exampleTemplate } from '../analysis/example-analysis';
import { rolloutAnalyses } from '../analysis/rollout-analyses';
import { flattenTemplates } from '../analysis/template-flattening';
import { metricsOfSpec } from '../analysis/template-metrics';
import { joinDocuments } from '../rollouts/example-rollout';
import { objectsField } from '../rollouts/fields';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { withExperiments } from '../scopes';
import { exampleExperimentStep } from './example-experiment';
import { experimentsOf } from './experiments-of';

const STEP = exampleExperimentStep({
  step: 'analyses:\n  - name: success\n    templateName: success-rate\n    requiredForCompletion: true',
});

/** The template of the analysis, with these fields more in its metric. */
function template(...fields: readonly string[]): string {
  const metrics = exampleMetric(...fields, 'interval: 1m', 'failureLimit: 1', 'successCondition: result >= 0.95');
  return exampleTemplate({ name: 'success-rate', metrics });
}

/** Finds analyses without end that an experiment cannot end without. */
export const requiredAnalysisEnds = defineRule({
  id: 'experiments/required-analysis-ends',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: withExperiments,
  since: '0.1.0',
  implements: [],
  title: 'an analysis that an experiment waits for has an end',
  rationale: 'With requiredForCompletion the experiment ends when the analysis is successful, however long its duration. A metric with an '
    + 'interval and no count measures for ever, and so do the experiment and the release. For an analysis in a step the controller '
    + 'refuses that; for one of an experiment it does not look.',
  bad: joinDocuments(STEP, template()),
  good: joinDocuments(STEP, template('count: 5')),
  check(entry, context) {
    const analyses = rolloutAnalyses(entry.manifest).filter(({ role }) => role === 'experiment');
    for (const { pointer: at, label, experiment } of experimentsOf(entry)) {
      for (const [index, { requiredForCompletion }] of objectsField(experiment, 'analyses')) {
        const path = pointer(at, 'analyses', index);
        const analysis = requiredForCompletion === true ? analyses.find((one) => one.pointer === path) : undefined;
        if (!analysis) continue;
        for (const { label: name, spec } of flattenTemplates(entry, analysis, context.manifests).templates) {
          // One that counts its successes ends with them.
          const endless = metricsOfSpec(spec)
            .find(({ metric }) => measurementCount(metric) === Infinity && !metric.consecutiveSuccessLimit);
          if (!endless) continue;
          context.report(path, `${label} waits for an analysis whose metric ${endless.name} of ${name} measures for ever`, {
            received: 'an interval and no count', expected: 'a count above 0', fix: 'give the metric a count, or remove requiredForCompletion',
          });
        }
      }
    }
  },
});
