import { durationText } from '../manifests/duration';
import { InputError } from '../manifests/input-error';
import type { MetricProps } from './metric-props';
import { type PrometheusMetricProps, prometheusProvider } from './providers/prometheus';
import type { MetricWire } from './wire';

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
    if (!name) throw new InputError('a metric has an empty name. name what it measures, such as "error-rate"');
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
  const whole: [string, number | undefined][] = [
    ['failureLimit', props.failureLimit], ['inconclusiveLimit', props.inconclusiveLimit], ['consecutiveErrorLimit', props.consecutiveErrorLimit],
  ];
  for (const [field, value] of whole) {
    if (value !== undefined && !(Number.isInteger(value) && value >= 0)) {
      throw new InputError(`${what}: ${field} is ${value}. give a whole number, 0 or more`);
    }
  }
  if (typeof count !== 'number') return;
  if (!Number.isInteger(count) || count < 1) {
    throw new InputError(`${what}: count is ${count}. give a whole number, 1 or more`);
  }
  if (failureLimit >= count) {
    throw new InputError(`${what}: failureLimit ${failureLimit} can never be passed by ${count} measurements, so the metric could not fail. ` +
      `set failureLimit to at most ${count - 1}, or take more measurements`);
  }
  if (inconclusiveLimit > count) {
    throw new InputError(`${what}: inconclusiveLimit ${inconclusiveLimit} is more than the ${count} measurements taken. set it to at most ${count}`);
  }
}
