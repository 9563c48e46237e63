import type { Metric } from '../metric';
import {
  allEqualTo, latency, type LatencyGoal, type RequestMetricProps, type RequestSeries, successRate, type SuccessRateGoal,
} from './request-metrics';

/** Whose requests are counted. */
export interface HttpTarget {
  /** Values of the labels that tell the pods apart: `{ service: arg.service }`, `{ rollouts_pod_template_hash: arg.hash }`. */
  readonly labels: Readonly<Record<string, string>>;
  /**
   * The label with the status of the response. Libraries differ: `code`, `status`, `status_code`.
   * @default 'code'
   */
  readonly statusLabel?: string;
}

/** Metrics that services keep themselves, under the names that most client libraries of Prometheus use. */
export class HttpMetrics {
  /** The share of requests without a 5xx, from `http_requests_total`. */
  public static successRate(props: RequestMetricProps & HttpTarget & SuccessRateGoal): Metric {
    return successRate(seriesOf(props), props);
  }

  /** A percentile of `http_request_duration_seconds`. */
  public static latency(props: RequestMetricProps & HttpTarget & LatencyGoal): Metric {
    return latency(seriesOf(props), props);
  }

  private constructor() {}
}

function seriesOf({ labels, statusLabel = 'code' }: HttpTarget): RequestSeries {
  return {
    counter: 'http_requests_total',
    buckets: 'http_request_duration_seconds_bucket',
    unit: 's',
    failed: `${statusLabel}=~"5.."`,
    matchers: allEqualTo(labels),
  };
}
