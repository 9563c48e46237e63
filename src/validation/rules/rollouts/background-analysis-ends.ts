import { metricTiming } from '../../../simulation/metric-timing';
import { secondsText } from '../../../simulation/metric-words';
import { defineRule } from '../../rule';
import { exampleBackgroundAnalysis, exampleMetric, exampleTemplate } from '../analysis/example-analysis';
import { rolloutAnalyses } from '../analysis/rollout-analyses';
import { flattenTemplates } from '../analysis/template-flattening';
import { limitOf, metricsOfSpec, providersOf } from '../analysis/template-metrics';
import { secondsBesideBackground, SLACK } from './background-analysis-time';
import { ROLLOUT } from './rollout-strategy';

/** Providers that take their time for one measurement, or whose time is not known. */
const OWN_TIME = /^(job|kayenta|plugin .*)$/;

/** A release of five minutes that is measured so. */
function measuredExample(...fields: readonly string[]): string {
  const metrics = exampleMetric('interval: 1m', ...fields, 'failureLimit: 1', 'successCondition: result >= 0.95');
  return exampleBackgroundAnalysis('templates:\n  - templateName: smoke', exampleTemplate({ metrics }));
}

/** Finds metrics in the background that look away before the release is done. */
export const backgroundAnalysisEnds = defineRule({
  id: 'rollouts/background-analysis-ends',
  severity: 'info',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'a metric in the background is measured until the promotion',
  rationale: 'A metric with a count is done when it has been measured that often, and the controller starts no second run. The weights that '
    + 'follow are not watched by it. Without a count it is measured until the promotion ends the run.',
  bad: measuredExample('count: 3'),
  good: measuredExample(),
  check(entry, context) {
    const analysis = rolloutAnalyses(entry.manifest).find(({ role }) => role === 'background');
    if (!analysis) return;
    const lasts = secondsBesideBackground(entry, analysis, context.manifests);
    if (lasts === Infinity) return;
    for (const { label, spec } of flattenTemplates(entry, analysis, context.manifests).templates) {
      for (const { name, metric } of metricsOfSpec(spec)) {
        const end = metricTiming(metric)?.end;
        // One that is content after some good measurements in a row was meant to end early.
        if (end === undefined || lasts <= end * SLACK || limitOf(metric, 'consecutiveSuccessLimit') !== 0) continue;
        if (providersOf(metric).some((provider) => OWN_TIME.test(provider))) continue;
        context.report(analysis.pointer, `metric ${name} of ${label} is measured ${end === 0 ? 'once, at the start' : `for ${secondsText(end)}`}, and the steps last ${secondsText(lasts)} beside the start of pods`, {
          received: end === 0 ? 'one measurement' : secondsText(end),
          expected: 'measurements until the promotion',
          fix: metric.interval === undefined ? 'give the metric an interval and no count' : 'leave out the count',
        });
      }
    }
  },
});
