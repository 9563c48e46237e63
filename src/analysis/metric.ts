import { type DurationLike, durationText } from '../manifests/duration';
import type { ArgReference } from './argument';
import { type PrometheusMetricProps, prometheusProvider } from './providers/prometheus';
import type { MetricWire } from './wire';

/** How often a metric is measured: once, or every `interval`. */
export type Repetition =
  | {
    /** Time between two measurements. */
    readonly interval: DurationLike;
    /**
     * How many measurements are taken.
     * @default - no end: right for a background analysis only, which runs as long as the rollout does
     */
    readonly count?: number | ArgReference;
  }
  | { readonly interval?: undefined; readonly count?: undefined };

/** What every metric has, whatever measures it. */
export type MetricProps = Repetition & {
  /**
   * Time before the first measurement, for a metric that lags.
   * @default - none
   */
  readonly initialDelay?: DurationLike;
  /**
   * How many measurements may fail; one more fails the analysis.
   * @default 0
   */
  readonly failureLimit?: number;
  /**
   * How many measurements may be inconclusive; one more pauses the rollout for a person to decide.
   * @default 0
   */
  readonly inconclusiveLimit?: number;
  /**
   * How many measurements in a row may end in an error, such as an unreachable server.
   * @default 4
   */
  readonly consecutiveErrorLimit?: number;
};

/** One thing that an analysis measures, and what a good measurement is. */
export class Metric {
  /**
   * Measures by a Prometheus query.
   * @see metricproviders/prometheus/prometheus.go in argoproj/argo-rollouts
   */
  public static prometheus(name: string, props: PrometheusMetricProps): Metric {
    return Metric.of(name, props, {
      ...props.success._toKube(),
      provider: { prometheus: prometheusProvider(name, props) },
    });
  }

  private static of(name: string, props: MetricProps, measured: Measured): Metric {
    const what = `metric ${JSON.stringify(name)}`;
    if (!name) throw new Error('a metric has an empty name. name what it measures, such as "error-rate"');
    checkLimits(what, props);
    return new Metric({
      name,
      interval: props.interval && durationText(props.interval, `${what}: interval`),
      initialDelay: props.initialDelay && durationText(props.initialDelay, `${what}: initialDelay`),
      count: props.count,
      failureLimit: props.failureLimit,
      inconclusiveLimit: props.inconclusiveLimit,
      consecutiveErrorLimit: props.consecutiveErrorLimit,
      ...measured,
    });
  }

  private constructor(private readonly wire: MetricWire) {}

  /** The metric's name, unique in its analysis. */
  public get name(): string {
    return this.wire.name;
  }

  /** @internal */
  public _toKube(): MetricWire {
    return this.wire;
  }
}

/** What differs from provider to provider. */
type Measured = Pick<MetricWire, 'provider'> & Partial<Pick<MetricWire, 'successCondition' | 'failureCondition'>>;

function checkLimits(what: string, props: MetricProps): void {
  const { count, failureLimit = 0, inconclusiveLimit = 0 } = props;
  const whole: [string, unknown][] = [
    ['failureLimit', props.failureLimit], ['inconclusiveLimit', props.inconclusiveLimit], ['consecutiveErrorLimit', props.consecutiveErrorLimit],
  ];
  for (const [field, value] of whole) {
    if (value !== undefined && !(Number.isInteger(value) && (value as number) >= 0)) {
      throw new Error(`${what}: ${field} is ${String(value)}. give a whole number, 0 or more`);
    }
  }
  if (typeof count !== 'number') return;
  if (!Number.isInteger(count) || count < 1) {
    throw new Error(`${what}: count is ${count}. give a whole number, 1 or more`);
  }
  if (failureLimit >= count) {
    throw new Error(`${what}: failureLimit ${failureLimit} can never be passed by ${count} measurements, so the metric could not fail. ` +
      `set failureLimit to at most ${count - 1}, or take more measurements`);
  }
  if (inconclusiveLimit > count) {
    throw new Error(`${what}: inconclusiveLimit ${inconclusiveLimit} is more than the ${count} measurements taken. set it to at most ${count}`);
  }
}
