import { assessMetric, NO_MEASUREMENTS, type MetricAssessment, type Tally, tallied } from './assess-metric';
import type { JudgedMeasurement } from './measurement';
import type { MetricLimits } from './metric-limits';
import { type AnalysisPhase, isCompleted, isWorse } from './phase';

/** A metric and what its measurements are judged to be, as long as they are taken. */
export interface MeasuredMetric {
  readonly name: string;
  readonly limits: MetricLimits;
  /** Seconds from the start of the run to the first measurement. */
  readonly initialDelay: number;
  /** Seconds from one measurement to the next. Undefined where there is one only. */
  readonly interval: number | undefined;
  /** A metric of a dry run is measured, and decides nothing. */
  readonly dryRun: boolean;
  readonly measurements: readonly JudgedMeasurement[];
}

/** What became of a metric. */
export interface MetricOutcome {
  readonly phase: AnalysisPhase;
  /** Why it did not succeed; empty where it did. */
  readonly message: string;
  /** How many of the measurements were taken before the run was over. */
  readonly taken: number;
}

/** What became of a run. */
export interface RunOutcome {
  readonly phase: AnalysisPhase;
  /** The metric that decided, and why; empty where none did. */
  readonly message: string;
  readonly metrics: ReadonlyMap<string, MetricOutcome>;
}

interface Progress {
  readonly metric: MeasuredMetric;
  readonly tally: Tally;
  readonly assessment: MetricAssessment;
  /** Seconds from the start of the run to the next measurement. */
  readonly due: number;
}

/** Seconds from an error to the next try, whatever the interval. */
const RETRY = 10;

/**
 * Plays an analysis: takes every metric's measurements at their times, until all metrics are through or one of them did not
 * succeed, which ends the others. A metric whose measurements are used up before it is through stays `Running`; with `terminate`
 * the run is then told to end, as a background analysis is when its rollout is through.
 * @see analysis/analysis.go in argoproj/argo-rollouts
 */
export function assessRun(metrics: readonly MeasuredMetric[], terminate = false): RunOutcome {
  let all = metrics.map((metric): Progress => ({ metric, tally: NO_MEASUREMENTS, assessment: { phase: 'Pending' }, due: metric.initialDelay }));
  for (;;) {
    if (isEnding(all)) return outcome(terminated(all));
    const due = Math.min(...all.filter(canGoOn).map((progress) => progress.due));
    if (due === Infinity) return outcome(terminate ? terminated(all) : all);
    all = all.map((progress) => (canGoOn(progress) && progress.due === due ? measured(progress) : progress));
  }
}

function canGoOn({ metric, tally, assessment }: Progress): boolean {
  return !isCompleted(assessment.phase) && tally.measured < metric.measurements.length;
}

// One metric that did not succeed ends the run, unless it is a dry one.
function isEnding(all: readonly Progress[]): boolean {
  return all.some(({ metric, assessment: { phase } }) => !metric.dryRun && isCompleted(phase) && phase !== 'Successful');
}

function measured({ metric, tally, due }: Progress): Progress {
  const { phase } = metric.measurements[tally.measured]!;
  const next = tallied(tally, phase);
  const wait = phase === 'Error' ? RETRY : metric.interval ?? RETRY;
  return { metric, tally: next, assessment: assessMetric(metric.limits, next), due: due + wait };
}

function terminated(all: readonly Progress[]): readonly Progress[] {
  return all.map((progress) => (isCompleted(progress.assessment.phase)
    ? progress
    : { ...progress, assessment: assessMetric(progress.metric.limits, progress.tally, true) }));
}

function outcome(all: readonly Progress[]): RunOutcome {
  const metrics = new Map(all.map((progress) => [progress.metric.name, metricOutcome(progress)]));
  const running = all.some(({ assessment }) => !isCompleted(assessment.phase));
  if (running) return { phase: 'Running', message: '', metrics };
  const deciding = all.filter(({ metric }) => !metric.dryRun);
  const worst = deciding.find(({ assessment: { phase } }) => !deciding.some((other) => isWorse(other.assessment.phase, phase)));
  return { phase: worst?.assessment.phase ?? 'Successful', message: worst ? runMessage(worst) : '', metrics };
}

function metricOutcome({ metric, tally, assessment }: Progress): MetricOutcome {
  const last = metric.measurements[tally.measured - 1];
  return { phase: assessment.phase, message: assessment.reason ?? last?.message ?? '', taken: tally.measured };
}

function runMessage({ metric, tally, assessment: { phase, reason } }: Progress): string {
  if (reason === undefined) return '';
  const error = metric.measurements[tally.measured - 1]?.message;
  return `metric ${JSON.stringify(metric.name)} is ${phase}: ${reason}${error ? `. the last measurement: ${error}` : ''}`;
}
