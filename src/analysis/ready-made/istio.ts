import type { Metric } from '../metric';
import {
  allEqualTo, latency, type LatencyGoal, type RequestMetricProps, type RequestSeries, successRate, type SuccessRateGoal,
} from './request-metrics';

/** Whose requests are counted: those to a Service, or those to the pods of a workload. */
export type IstioTarget = {
  /**
   * Namespace of the Service or workload.
   * @default - any
   */
  readonly namespace?: string;
  /**
   * Which proxy reports. The caller's also knows requests that nobody answered; the callee's, those of callers outside the mesh.
   * @default 'source'
   */
  readonly reporter?: 'source' | 'destination' | 'waypoint';
} & (
  | {
    /** Name of the Service that is called. */
    readonly service: string;
    readonly workload?: undefined;
    readonly revision?: undefined;
  }
  | {
    /** Name of the Rollout. Its stable and its new pods are one workload for Istio. */
    readonly workload: string;
    /**
     * Only pods of this canonical revision: of their label `service.istio.io/canonical-revision`, else `version`. With subsets, where
     * one Service leads to all pods, give the new pods such a label by the canary's metadata.
     * @default - all pods of the workload
     */
    readonly revision?: string;
    readonly service?: undefined;
  }
);

/** Metrics that the proxies of Istio keep of HTTP requests. */
export class IstioMetrics {
  /** The share of requests without a 5xx, from `istio_requests_total`. */
  public static successRate(props: RequestMetricProps & IstioTarget & SuccessRateGoal): Metric {
    return successRate(seriesOf(props), props);
  }

  /** A percentile of `istio_request_duration_milliseconds`. */
  public static latency(props: RequestMetricProps & IstioTarget & LatencyGoal): Metric {
    return latency(seriesOf(props), props);
  }

  private constructor() {}
}

function seriesOf(target: IstioTarget): RequestSeries {
  const matchers = target.service !== undefined
    ? { reporter: target.reporter ?? 'source', destination_service_name: target.service, destination_service_namespace: target.namespace }
    : {
      reporter: target.reporter ?? 'source',
      destination_workload: target.workload,
      destination_workload_namespace: target.namespace,
      destination_canonical_revision: target.revision,
    };
  return {
    counter: 'istio_requests_total',
    buckets: 'istio_request_duration_milliseconds_bucket',
    unit: 'ms',
    failed: 'response_code=~"5.."',
    matchers: allEqualTo(matchers),
  };
}
