import type { Metric } from '../metric';
import {
  allEqualTo, latency, type LatencyGoal, type RequestMetricProps, type RequestSeries, successRate, type SuccessRateGoal,
} from './request-metrics';

/** Whose responses are counted. */
export type LinkerdTarget = {
  /** Namespace of the Service or of the pods. */
  readonly namespace: string;
} & (
  | {
    /** Name of the Service that is called, as the proxies of its callers count. */
    readonly service: string;
    readonly podTemplateHash?: undefined;
  }
  | {
    /** Hash of the pods that are called, as their own proxies count: an argument with `Arg.podTemplateHash('Latest')`. */
    readonly podTemplateHash: string;
    readonly service?: undefined;
  }
);

/** Metrics that the proxies of Linkerd keep of responses, with the labels that Linkerd's own scrape configuration gives them. */
export class LinkerdMetrics {
  /** The share of responses that Linkerd does not classify as failures, from `response_total`. */
  public static successRate(props: RequestMetricProps & LinkerdTarget & SuccessRateGoal): Metric {
    return successRate(seriesOf(props), props);
  }

  /** A percentile of `response_latency_ms`: the time to the first byte. */
  public static latency(props: RequestMetricProps & LinkerdTarget & LatencyGoal): Metric {
    return latency(seriesOf(props), props);
  }

  private constructor() {}
}

function seriesOf({ namespace, service, podTemplateHash }: LinkerdTarget): RequestSeries {
  return {
    counter: 'response_total',
    buckets: 'response_latency_ms_bucket',
    unit: 'ms',
    failed: 'classification="failure"',
    matchers: allEqualTo(service === undefined
      ? { direction: 'inbound', namespace, rollouts_pod_template_hash: podTemplateHash }
      : { direction: 'outbound', dst_namespace: namespace, dst_service: service }),
  };
}
