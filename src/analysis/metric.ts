import { InputError } from '../manifests/input-error';
import { metricInWords } from '../simulation/metric-words';
import { limitFields } from './limit-fields';
import type { MetricProps } from './metric-props';
import { type CloudWatchMetricProps, cloudWatchToKube } from './providers/cloud-watch';
import { type DatadogMetricProps, datadogToKube } from './providers/datadog';
import { type GraphiteMetricProps, graphiteToKube } from './providers/graphite';
import { type InfluxdbMetricProps, influxdbToKube } from './providers/influxdb';
import { type JobMetricProps, jobToKube } from './providers/job';
import { type KayentaMetricProps, kayentaToKube } from './providers/kayenta';
import { type NewRelicMetricProps, newRelicToKube } from './providers/new-relic';
import { type PluginMetricProps, pluginToKube } from './providers/plugin';
import { type PrometheusMetricProps, prometheusToKube } from './providers/prometheus';
import { type SkywalkingMetricProps, skywalkingToKube } from './providers/skywalking';
import { type WavefrontMetricProps, wavefrontToKube } from './providers/wavefront';
import { type WebMetricProps, webToKube } from './providers/web';
import type { MeasuredWire, MetricWire } from './wire';

/** One thing that an analysis measures, and what a good measurement is. */
export class Metric {
  /**
   * Measures by queries to Amazon CloudWatch.
   * @see metricproviders/cloudwatch/cloudwatch.go in argoproj/argo-rollouts
   */
  public static cloudWatch(name: string, props: CloudWatchMetricProps): Metric {
    return Metric.of(name, props, cloudWatchToKube(titleOf(name), props));
  }

  /**
   * Measures by a Datadog query, or by several with a formula.
   * @see metricproviders/datadog/datadog.go in argoproj/argo-rollouts
   */
  public static datadog(name: string, props: DatadogMetricProps): Metric {
    return Metric.of(name, props, datadogToKube(titleOf(name), props));
  }

  /**
   * Measures by a Graphite target.
   * @see metricproviders/graphite/graphite.go in argoproj/argo-rollouts
   */
  public static graphite(name: string, props: GraphiteMetricProps): Metric {
    return Metric.of(name, props, graphiteToKube(titleOf(name), props));
  }

  /**
   * Measures by a Flux query to InfluxDB.
   * @see metricproviders/influxdb/influxdb.go in argoproj/argo-rollouts
   */
  public static influxdb(name: string, props: InfluxdbMetricProps): Metric {
    return Metric.of(name, props, influxdbToKube(titleOf(name), props));
  }

  /**
   * Measures by running a Job: it passes when the Job completes.
   * @see metricproviders/job/job.go in argoproj/argo-rollouts
   */
  public static job(name: string, props: JobMetricProps): Metric {
    return Metric.of(name, props, jobToKube(titleOf(name), name, props));
  }

  /**
   * Measures by a score that Kayenta gives the canary.
   * @see metricproviders/kayenta/kayenta.go in argoproj/argo-rollouts
   */
  public static kayenta(name: string, props: KayentaMetricProps): Metric {
    return Metric.of(name, props, kayentaToKube(titleOf(name), props));
  }

  /**
   * Measures by an NRQL query to New Relic.
   * @see metricproviders/newrelic/newrelic.go in argoproj/argo-rollouts
   */
  public static newRelic(name: string, props: NewRelicMetricProps): Metric {
    return Metric.of(name, props, newRelicToKube(titleOf(name), props));
  }

  /**
   * Measures by a plugin of the controller, with the configuration that it documents.
   * @see metricproviders/plugin/plugin.go in argoproj/argo-rollouts
   */
  public static plugin<Config extends object>(name: string, props: PluginMetricProps<Config>): Metric {
    return Metric.of(name, props, pluginToKube(titleOf(name), props));
  }

  /**
   * Measures by a Prometheus query.
   * @see metricproviders/prometheus/prometheus.go in argoproj/argo-rollouts
   */
  public static prometheus(name: string, props: PrometheusMetricProps): Metric {
    return Metric.of(name, props, prometheusToKube(titleOf(name), props));
  }

  /**
   * Measures by a GraphQL query to Apache SkyWalking.
   * @see metricproviders/skywalking/skywalking.go in argoproj/argo-rollouts
   */
  public static skywalking(name: string, props: SkywalkingMetricProps): Metric {
    return Metric.of(name, props, skywalkingToKube(titleOf(name), props));
  }

  /**
   * Measures by a Wavefront query.
   * @see metricproviders/wavefront/wavefront.go in argoproj/argo-rollouts
   */
  public static wavefront(name: string, props: WavefrontMetricProps): Metric {
    return Metric.of(name, props, wavefrontToKube(titleOf(name), props));
  }

  /**
   * Measures by asking a URL: a smoke test of an endpoint, or a number in its JSON.
   * @see metricproviders/webmetric/webmetric.go in argoproj/argo-rollouts
   */
  public static web(name: string, props: WebMetricProps): Metric {
    return Metric.of(name, props, webToKube(titleOf(name), props));
  }

  private static of(name: string, props: MetricProps, measured: MeasuredWire): Metric {
    if (!name) throw new InputError('a metric has an empty name. name what it measures, such as "error-rate"');
    return new Metric({ name, ...limitFields(titleOf(name), props), ...measured });
  }

  private constructor(private readonly wire: MetricWire) {}

  /** The metric's name, unique in its analysis. */
  public get name(): string {
    return this.wire.name;
  }

  /** What its repetition and limits mean: `5 measurements, one every 1m; fails at the 2nd failed one; ends after 4m`. */
  public inWords(): string {
    // What it measures by has no part in it.
    return metricInWords({ ...this.wire, provider: undefined });
  }

  /** @internal */
  public _toKube(): MetricWire {
    return this.wire;
  }
}

function titleOf(name: string): string {
  return `metric ${JSON.stringify(name)}`;
}
