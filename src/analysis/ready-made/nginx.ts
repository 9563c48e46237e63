import type { Metric } from '../metric';
import {
  equalTo, latency, type LatencyGoal, type RequestMetricProps, type RequestSeries, successRate, type SuccessRateGoal,
} from './request-metrics';

/** Whose requests are counted: those that came in by an Ingress. */
export interface NginxTarget {
  /** Namespace of the Ingress. */
  readonly namespace: string;
  /** Name of the Ingress that you write: the one for the stable pods, under whose name those for the canary are counted too. */
  readonly ingress: string;
  /**
   * Which of its requests: those that the canary's Ingress took, or those that it did not.
   * @default 'canary'
   */
  readonly pods?: 'canary' | 'stable' | 'all';
}

/**
 * Metrics that the NGINX ingress controller keeps of requests. Where Prometheus has labels `namespace` and `service` of its own for
 * the controller's pod, it has to scrape with `honorLabels: true`, or the Ingress is under `exported_namespace`.
 * @see internal/ingress/metric/collectors/socket.go in kubernetes/ingress-nginx
 */
export class NginxMetrics {
  /** The share of requests without a 5xx, from `nginx_ingress_controller_requests`. */
  public static successRate(props: RequestMetricProps & NginxTarget & SuccessRateGoal): Metric {
    return successRate(seriesOf(props), props);
  }

  /** A percentile of `nginx_ingress_controller_request_duration_seconds`. */
  public static latency(props: RequestMetricProps & NginxTarget & LatencyGoal): Metric {
    return latency(seriesOf(props), props);
  }

  private constructor() {}
}

function seriesOf({ namespace, ingress, pods = 'canary' }: NginxTarget): RequestSeries {
  const which = { canary: ['canary!=""'], stable: ['canary=""'], all: [] }[pods];
  return {
    counter: 'nginx_ingress_controller_requests',
    buckets: 'nginx_ingress_controller_request_duration_seconds_bucket',
    unit: 's',
    failed: 'status=~"5.."',
    matchers: [equalTo('namespace', namespace), equalTo('ingress', ingress), ...which],
  };
}
