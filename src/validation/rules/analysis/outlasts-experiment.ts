import { goDurationSeconds } from '../../../languages/go-duration';
import { pointer } from '../../../manifests/pointer';
import { metricTiming } from '../../../simulation/metric-timing';
import { secondsText } from '../../../simulation/metric-words';
import { defineRule } from '../../rule';
import { canarySteps } from '../rollouts/canary-steps';
import { exampleCanary, joinDocuments } from '../rollouts/example-rollout';
import { flagField, objectField, objectsField, textField } from '../rollouts/fields';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { exampleMetric, exampleTemplate } from './example-analysis';
import { rolloutAnalyses } from './rollout-analyses';
import { flattenTemplates } from './template-flattening';
import { metricsOfSpec } from './template-metrics';

/** An experiment of ten minutes whose analysis measures this often, once a minute. */
function experimentExample(count: number): string {
  const rollout = exampleCanary(`
steps:
  - setWeight: 25
  - experiment:
      duration: 10m
      templates:
        - name: candidate
          specRef: canary
      analyses:
        - name: smoke
          templateName: smoke
`);
  const metrics = exampleMetric('interval: 1m', `count: ${count}`, 'failureLimit: 1', 'successCondition: result >= 0.95');
  return joinDocuments(rollout, exampleTemplate({ metrics }));
}

/** Finds analyses that an experiment cuts off. */
export const outlastsExperiment = defineRule({
  id: 'analysis/outlasts-experiment',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'an analysis of an experiment ends before the experiment',
  rationale: 'An analysis outlasts its step when its last measurement comes after the duration of the experiment. Nobody waits for it '
    + 'unless an analysis is requiredForCompletion: the experiment is successful and the analysis is cut off, whatever it would have found. '
    + 'A metric without a count is meant to be cut off.',
  bad: experimentExample(30),
  good: experimentExample(10),
  check(entry, context) {
    const analyses = rolloutAnalyses(entry.manifest).filter(({ role }) => role === 'experiment');
    if (analyses.length === 0) return;
    for (const at of canarySteps(entry.manifest)) {
      const experiment = objectField(at.step, 'experiment');
      const duration = goDurationSeconds(textField(experiment, 'duration'));
      const items = objectsField(experiment, 'analyses');
      if (duration === undefined || items.some(([, item]) => flagField(item, 'requiredForCompletion'))) continue;
      for (const [index] of items) {
        const path = pointer(at.pointer, 'experiment', 'analyses', index);
        const analysis = analyses.find((one) => one.pointer === path);
        for (const { label, spec } of analysis ? flattenTemplates(entry, analysis, context.manifests).templates : []) {
          for (const { name, metric } of metricsOfSpec(spec)) {
            const end = metricTiming(metric)?.end ?? Infinity;
            if (end === Infinity || end <= duration) continue;
            context.report(path, `metric ${name} of ${label} measures for ${secondsText(end)}, but the experiment ends after ${secondsText(duration)}`, {
              received: secondsText(end),
              expected: `${secondsText(duration)} or less`,
              fix: 'lower the count, let the experiment last longer, or set requiredForCompletion: true',
            });
          }
        }
      }
    }
  },
});
