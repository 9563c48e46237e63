import { InputError } from '../manifests/input-error';
import { limitFields } from './limit-fields';
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
    return new Metric({ name, ...limitFields(what, props), ...measured });
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
