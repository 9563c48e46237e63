import type { JsonObject, JsonValue } from '../../manifests/json';

/** The numbers of a metric that decide when it is over. */
export interface MetricLimits {
  /** Measurements to take; undefined: as many as there is time for. */
  readonly count: number | undefined;
  /** Negative: failures do not count. */
  readonly failureLimit: number;
  readonly inconclusiveLimit: number;
  readonly consecutiveErrorLimit: number;
  /** 0: successes in a row do not count. */
  readonly consecutiveSuccessLimit: number;
}

/** Reads the limits of a metric, with upstream's defaults. @see pkg/apis/rollouts/v1alpha1/analysis_types.go in argoproj/argo-rollouts */
export function limitsOf(metric: JsonObject): MetricLimits {
  const count = integer(metric.count) ?? 0;
  const once = metric.interval === undefined || metric.interval === '' ? 1 : undefined;
  return {
    count: count === 0 ? once : count,
    failureLimit: integer(metric.failureLimit) ?? 0,
    inconclusiveLimit: integer(metric.inconclusiveLimit) ?? 0,
    consecutiveErrorLimit: integer(metric.consecutiveErrorLimit) ?? 4,
    consecutiveSuccessLimit: integer(metric.consecutiveSuccessLimit) ?? 0,
  };
}

// A text without digits alone is 0 to the controller.
function integer(value: JsonValue | undefined): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^[+-]?\d+$/.test(value) ? Number(value) : 0;
}
