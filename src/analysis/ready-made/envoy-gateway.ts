import { InputError } from '../../manifests/input-error';
import type { Metric } from '../metric';
import { latency, type LatencyGoal, type RequestMetricProps, type RequestSeries, successRate, type SuccessRateGoal } from './request-metrics';

/** Whose requests are counted: those that a rule of an HTTPRoute sends on. */
export interface EnvoyGatewayTarget {
  /** Namespace of the HTTPRoute. */
  readonly namespace: string;
  /** Name of the HTTPRoute. */
  readonly httpRoute: string;
  /**
   * Place of the rule in the route, from 0.
   * @default 0
   */
  readonly rule?: number;
  /**
   * Place of one backend in the rule. **Envoy Gateway keeps a rule's backends apart only where one of them has filters**; without,
   * canary and stable pods are counted together, and this has no data.
   * @default - all backends of the rule
   */
  readonly backend?: number;
}

/** Metrics that the proxies of Envoy Gateway keep of requests to backends. */
export class EnvoyGatewayMetrics {
  /** The share of requests without a 5xx, from `envoy_cluster_upstream_rq_xx`. */
  public static successRate(props: RequestMetricProps & EnvoyGatewayTarget & SuccessRateGoal): Metric {
    return successRate(seriesOf(props), props);
  }

  /** A percentile of `envoy_cluster_upstream_rq_time`. */
  public static latency(props: RequestMetricProps & EnvoyGatewayTarget & LatencyGoal): Metric {
    return latency(seriesOf(props), props);
  }

  private constructor() {}
}

function seriesOf({ namespace, httpRoute, rule = 0, backend }: EnvoyGatewayTarget): RequestSeries {
  for (const [field, place] of Object.entries({ rule, backend: backend ?? 0 })) {
    if (!Number.isInteger(place) || place < 0) throw new InputError(`${field} is ${place}. give its place in the list, from 0`);
  }
  const cluster = `httproute/${namespace}/${httpRoute}/rule/${rule}`;
  return {
    counter: 'envoy_cluster_upstream_rq_xx',
    buckets: 'envoy_cluster_upstream_rq_time_bucket',
    unit: 'ms',
    failed: 'envoy_response_code_class="5"',
    matchers: [backend === undefined ? `envoy_cluster_name=~"${cluster}(/backend/.*)?"` : `envoy_cluster_name="${cluster}/backend/${backend}"`],
  };
}
