import { goDurationSeconds } from '../../../languages/go-duration';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { metricTiming } from '../../../simulation/metric-timing';
import { defineRule } from '../../rule';
import { exampleBackgroundAnalysis, exampleMetric, exampleTemplate } from '../analysis/example-analysis';
import { type RolloutAnalysis, rolloutAnalyses } from '../analysis/rollout-analyses';
import { flattenTemplates } from '../analysis/template-flattening';
import { metricsOfSpec } from '../analysis/template-metrics';
import { type CanaryStepAt, canarySteps } from './canary-steps';
import { isSet, numberField, objectField, textField } from './fields';
import { pauseSeconds } from './pause-duration';
import { ROLLOUT } from './rollout-strategy';

/** Pods take time to start, so steps last longer than they say: up to twice as long is not worth a word. */
export const SLACK = 2;

/** A release of five minutes that is measured this often, once a minute. */
function measuredExample(count: number): string {
  const fields = [`count: ${count}`, 'interval: 1m', 'failureLimit: 1', 'successCondition: result >= 0.95'];
  return exampleBackgroundAnalysis('templates:\n  - templateName: smoke', exampleTemplate({ metrics: exampleMetric(...fields) }));
}

/** Finds measurements in the background that a promotion cuts off. */
export const backgroundAnalysisTime = defineRule({
  id: 'rollouts/background-analysis-time',
  severity: 'info',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'background analysis ends before the promotion',
  rationale: 'A promotion does not wait for the analysis in the background: it ends it, and what is measured until then counts as '
    + 'success. A metric with more measurements than the steps leave time for is never taken to its end.',
  bad: measuredExample(30),
  good: measuredExample(5),
  check(entry, context) {
    const analysis = rolloutAnalyses(entry.manifest).find(({ role }) => role === 'background');
    if (!analysis) return;
    const available = secondsBesideBackground(entry, analysis, context.manifests);
    for (const { name, label, end } of measured(entry, analysis, context.manifests)) {
      if (end === Infinity || end <= available * SLACK) continue;
      context.report(analysis.pointer, `metric ${name} of ${label} measures for ${minutes(end)}, while the steps last ${minutes(available)} beside the start of pods`, {
        received: minutes(end), expected: `${minutes(available)} or less`, fix: 'lower the count, leave it out to measure until the promotion, or pause longer',
      });
    }
  },
});

/** Seconds that the steps last from the start of the analysis in the background; Infinity where a person or something unknown decides. */
export function secondsBesideBackground(entry: ManifestEntry, { analysis }: RolloutAnalysis, manifests: ManifestSet): number {
  const steps = canarySteps(entry.manifest);
  const start = Math.max(0, numberField(analysis, 'startingStep') ?? 0);
  // It never starts, which analysis/starting-step says.
  if (start > steps.length) return Infinity;
  let seconds = 0;
  for (const step of steps.slice(start)) {
    seconds += stepSeconds(step, entry, manifests);
  }
  return seconds;
}

/** Seconds that a step lasts at least; Infinity where a person or something unknown decides. */
function stepSeconds({ step, pointer: at }: CanaryStepAt, entry: ManifestEntry, manifests: ManifestSet): number {
  const pause = objectField(step, 'pause');
  if (pause) return isSet(pause, 'duration') ? pauseSeconds(pause.duration ?? 0) ?? Infinity : Infinity;
  const experiment = objectField(step, 'experiment');
  if (experiment) return goDurationSeconds(textField(experiment, 'duration')) ?? Infinity;
  if (isSet(step, 'plugin')) return Infinity;
  const analysis = rolloutAnalyses(entry.manifest).find(({ role, pointer }) => role === 'step' && pointer === `${at}/analysis`);
  if (!analysis) return 0;
  const ends = measured(entry, analysis, manifests).map(({ end }) => end);
  return flattenTemplates(entry, analysis, manifests).complete ? Math.max(0, ...ends) : Infinity;
}

interface MetricEnd {
  readonly name: string;
  /** The template that has the metric. */
  readonly label: string;
  readonly end: number;
}

/** The metrics of an analysis and when each takes its last measurement; one that an argument decides may take any time. */
function measured(entry: ManifestEntry, analysis: RolloutAnalysis, manifests: ManifestSet): MetricEnd[] {
  return flattenTemplates(entry, analysis, manifests).templates.flatMap(({ label, spec }) =>
    metricsOfSpec(spec).map(({ name, metric }) => ({ name, label, end: metricTiming(metric)?.end ?? Infinity })));
}

function minutes(seconds: number): string {
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}
