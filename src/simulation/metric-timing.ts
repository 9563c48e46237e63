import { goDurationSeconds } from '../languages/go-duration';
import type { JsonObject, JsonValue } from '../manifests/json';

/** Seconds until a measurement that ended in an error is taken again, whatever the interval. */
export const ERROR_RETRY_SECONDS = 10;

/** Errors in a row that a metric bears when it does not say. */
export const DEFAULT_CONSECUTIVE_ERROR_LIMIT = 4;

/** When a metric is measured and decided, in seconds from the start of its run. Measurements themselves take no time here. */
export interface MetricTiming {
  /** The first measurement. */
  readonly firstMeasurement: number;
  /** How many measurements are taken at most; Infinity without end. Errors do not count. */
  readonly measurements: number;
  /** The last measurement, each error before it aside; Infinity without end. */
  readonly end: number;
  /** The failure that is one too many, if all fail from the start. Undefined when the metric cannot fail. */
  readonly earliestFailure?: number;
  /** The measurement at which the metric can be successful at the earliest. */
  readonly earliestSuccess: number;
  /** The error that is one too many, if there is no answer from the start. */
  readonly earliestError: number;
}

/**
 * When a metric of a template or run is measured. Undefined when an argument decides, or for a duration that the controller
 * cannot read.
 *
 * @see analysis/analysis.go in argoproj/argo-rollouts
 */
export function metricTiming(metric: JsonObject): MetricTiming | undefined {
  const interval = seconds(metric.interval);
  const firstMeasurement = seconds(metric.initialDelay);
  const measurements = measurementCount(metric);
  const failures = goInteger(metric.failureLimit);
  const successes = goInteger(metric.consecutiveSuccessLimit);
  const errors = goInteger(metric.consecutiveErrorLimit ?? DEFAULT_CONSECUTIVE_ERROR_LIMIT);
  if (interval === undefined || firstMeasurement === undefined || measurements === undefined) return undefined;
  if (failures === undefined || successes === undefined || errors === undefined) return undefined;
  const at = (measurement: number): number => firstMeasurement + (measurement - 1) * interval;
  const end = measurements === Infinity ? Infinity : at(measurements);
  return {
    firstMeasurement,
    measurements,
    end,
    earliestFailure: earliestFailure({ failures, successes, measurements, end, at }),
    earliestSuccess: successes > 0 ? at(successes) : end,
    earliestError: firstMeasurement + errors * ERROR_RETRY_SECONDS,
  };
}

/**
 * How many measurements the controller takes: one where neither count nor interval is given, and no end to them where only
 * the interval is. Undefined when an argument decides.
 */
export function measurementCount(metric: JsonObject): number | undefined {
  const count = goInteger(metric.count);
  if (count !== 0) return count;
  return metric.interval === undefined || metric.interval === null || metric.interval === '' ? 1 : Infinity;
}

/** Reads an int-or-string as Go does: any text but digits is 0, and so is nothing. Undefined for a text with a placeholder. */
export function goInteger(value: JsonValue | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return 0;
  if (value.includes('{{')) return undefined;
  return /^[+-]?\d+$/.test(value) ? Number(value) : 0;
}

function seconds(duration: JsonValue | undefined): number | undefined {
  if (duration === undefined || duration === null || duration === '') return 0;
  return typeof duration === 'string' ? goDurationSeconds(duration) : undefined;
}

function earliestFailure({ failures, successes, measurements, end, at }: {
  readonly failures: number;
  readonly successes: number;
  readonly measurements: number;
  readonly end: number;
  readonly at: (measurement: number) => number;
}): number | undefined {
  // Without a limit of failures a metric fails when all measurements are taken and not enough in a row were good.
  if (failures < 0) return successes > 0 && end !== Infinity ? end : undefined;
  return failures < measurements ? at(failures + 1) : undefined;
}
