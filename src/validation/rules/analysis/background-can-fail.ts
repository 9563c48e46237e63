import { metricTiming } from '../../../simulation/metric-timing';
import { secondsText } from '../../../simulation/metric-words';
import { defineRule } from '../../rule';
import { secondsBesideBackground, SLACK } from '../rollouts/background-analysis-time';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { exampleBackgroundAnalysis, exampleMetric, exampleTemplate } from './example-analysis';
import { rolloutAnalyses } from './rollout-analyses';
import { flattenTemplates } from './template-flattening';
import { metricsOfSpec } from './template-metrics';

/** A release of five minutes that is measured once a minute, with this limit of failures. */
function failureExample(limit: number): string {
  const metrics = exampleMetric('interval: 1m', `failureLimit: ${limit}`, 'successCondition: result >= 0.95');
  return exampleBackgroundAnalysis('templates:\n  - templateName: smoke', exampleTemplate({ metrics }));
}

/** Finds metrics in the background that are too patient for the release that they watch. */
export const backgroundCanFail = defineRule({
  id: 'analysis/background-can-fail',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'a metric in the background can fail before the promotion',
  rationale: 'A promotion ends the analysis in the background, and what has not failed by then counts as success. A metric that bears '
    + 'more failures than there is time for watches a bad release to its end. Pods take time to start, so steps may last twice as long '
    + 'here before this says a word.',
  bad: failureExample(30),
  good: failureExample(2),
  check(entry, context) {
    const analysis = rolloutAnalyses(entry.manifest).find(({ role }) => role === 'background');
    if (!analysis) return;
    const available = secondsBesideBackground(entry, analysis, context.manifests);
    if (available === Infinity) return;
    for (const { label, spec } of flattenTemplates(entry, analysis, context.manifests).templates) {
      for (const { name, metric } of metricsOfSpec(spec)) {
        const failure = metricTiming(metric)?.earliestFailure;
        if (failure === undefined || failure <= available * SLACK) continue;
        context.report(analysis.pointer, `metric ${name} of ${label} can fail after ${secondsText(failure)} at the earliest, and the steps last ${secondsText(available)} beside the start of pods`, {
          received: secondsText(failure),
          expected: `${secondsText(available)} or less`,
          fix: 'lower failureLimit, initialDelay or interval, or pause longer',
        });
      }
    }
  },
});
