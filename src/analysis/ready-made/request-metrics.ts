import type { DurationLike } from '../../manifests/duration';
import type { ArgReference } from '../argument';
import { Condition, type NoData } from '../condition';
import { Metric } from '../metric';
import type { MetricProps } from '../metric-props';
import type { PrometheusServer } from '../providers/prometheus';
import { checkedShare, latencyIn, type LatencyLimit, promqlWindow, quantileOf, type Share } from './limits';

/** What every ready-made metric of requests has. */
export type RequestMetricProps = MetricProps & PrometheusServer & {
  /**
   * Name of the metric, unique in its analysis.
   * @default - `success-rate`, or `latency-p99` after the percentile
   */
  readonly name?: string;
  /**
   * Length of time that requests are counted over. It has to hold several scrapes.
   * @default 5m
   */
  readonly window?: DurationLike | ArgReference;
  /**
   * What a service that nobody calls counts as. One that is called and never fails has data.
   * @default 'inconclusive' - a person decides; a `pass` would also hide a misspelt name, for which there never is data
   */
  readonly noData?: NoData;
  /**
   * Values of more labels, to count fewer requests: `{ method: 'GET' }`.
   * @default - none
   */
  readonly where?: Readonly<Record<string, string>>;
};

/** Which share of requests has to succeed. */
export interface SuccessRateGoal {
  /** The least share of requests that succeed, from 0 to 1. */
  readonly atLeast: Share;
}

/** How fast requests have to be answered. */
export interface LatencyGoal {
  /** Share of requests in percent that the limit is for: 99. */
  readonly percentile: number;
  /** How long the slowest of them may take. A limit above the largest bucket of the histogram is never reached. */
  readonly below: LatencyLimit;
}

/** Where a source keeps its requests. */
export interface RequestSeries {
  /** The counter of requests. */
  readonly counter: string;
  /** The histogram of latencies, with `_bucket`. */
  readonly buckets: string;
  /** Unit of the histogram. */
  readonly unit: 'ms' | 's';
  /** What the series of failed requests have: `status=~"5.."`. */
  readonly failed: string;
  /** What all series have, as labels and what they are compared with: `service="web"`. */
  readonly matchers: readonly string[];
}

/** The share of requests that did not fail. */
export function successRate(series: RequestSeries, props: RequestMetricProps & SuccessRateGoal): Metric {
  const name = props.name ?? 'success-rate';
  const what = `metric ${JSON.stringify(name)}`;
  const matchers = allMatchers(series, props);
  const rate = (more: readonly string[]): string => `sum(rate(${series.counter}{${[...matchers, ...more].join(',')}}[${windowOf(what, props)}]))`;
  return Metric.prometheus(name, {
    ...props,
    // Without "or vector(0)" a service that never failed would have no result. Without requests the division gives nothing, or NaN.
    query: `1 - (${rate([series.failed])} or vector(0))\n  / ${rate([])}`,
    success: Condition.atLeast(checkedShare(what, props.atLeast), { noData: props.noData }),
  });
}

/** A percentile of the time to answer. */
export function latency(series: RequestSeries, props: RequestMetricProps & LatencyGoal): Metric {
  const name = props.name ?? `latency-p${String(props.percentile).replace('.', '-')}`;
  const what = `metric ${JSON.stringify(name)}`;
  const rate = `rate(${series.buckets}{${allMatchers(series, props).join(',')}}[${windowOf(what, props)}])`;
  return Metric.prometheus(name, {
    ...props,
    query: `histogram_quantile(${quantileOf(what, props.percentile)},\n  sum by (le) (${rate}))`,
    success: Condition.below(latencyIn(what, series.unit, props.below), { noData: props.noData }),
  });
}

/** A label that has this value. */
export function equalTo(label: string, value: string): string {
  return `${label}=${JSON.stringify(value)}`;
}

/** Labels that have these values, without those that are not given. */
export function allEqualTo(values: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(values).flatMap(([label, value]) => (value === undefined ? [] : [equalTo(label, value)]));
}

function allMatchers(series: RequestSeries, props: RequestMetricProps): readonly string[] {
  return [...series.matchers, ...allEqualTo(props.where ?? {})];
}

function windowOf(what: string, props: RequestMetricProps): string {
  return promqlWindow(what, props.window ?? '5m');
}
