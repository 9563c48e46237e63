import { goMatches } from '../languages/conditions/go-regexp';
import { goDurationSeconds } from '../languages/go-duration';
import { InputError } from '../manifests/input-error';
import { isJsonObject, type JsonObject, type JsonValue } from '../manifests/json';
import type { MeasuredMetric } from '../simulation/analysis/assess-run';
import { limitsOf } from '../simulation/analysis/metric-limits';

/** When a metric is measured, and what decides it. */
export function timedMetric(metric: JsonObject, dryRun: boolean): Omit<MeasuredMetric, 'measurements'> {
  const name = nameOf(metric);
  return {
    name,
    limits: limitsOf(metric),
    initialDelay: seconds(name, 'initialDelay', metric.initialDelay) ?? 0,
    interval: seconds(name, 'interval', metric.interval),
    dryRun,
  };
}

/** The metrics that a template names in `dryRun`, by regular expressions that may match anywhere in a name. */
export function dryRunNames(spec: JsonObject, names: readonly string[]): ReadonlySet<string> {
  const rules = Array.isArray(spec.dryRun) ? spec.dryRun.filter(isJsonObject) : [];
  const patterns = rules.map(({ metricName }) => (typeof metricName === 'string' ? metricName : ''));
  return new Set(patterns.flatMap((pattern) => {
    const matching = names.filter((name) => goMatches(pattern, name));
    if (matching.length > 0) return matching;
    throw new InputError(`dryRun names ${JSON.stringify(pattern)}, and no metric matches it. the metrics are: ${names.join(', ')}`);
  }));
}

/** The name of a metric. */
export function nameOf({ name }: JsonObject): string {
  return typeof name === 'string' ? name : '';
}

function seconds(metric: string, field: string, value: JsonValue | undefined): number | undefined {
  if (value === undefined || value === '') return undefined;
  const length = typeof value === 'string' ? goDurationSeconds(value) : undefined;
  if (length !== undefined) return length;
  throw new InputError(`metric ${JSON.stringify(metric)}: ${field} is ${JSON.stringify(value)}, which is no duration such as 30s or 5m`);
}
