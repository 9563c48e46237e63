import type { MetricTreatment } from './analysis-options';
import type { MetricTreatmentWire } from './wire';

/** Why the treatment does not fit the metrics, or undefined. Where some of them are made elsewhere, any name may be theirs. */
export function treatmentProblem(
  { dryRun = [], measurementRetention = {} }: MetricTreatment, metrics: readonly string[], complete: boolean,
): string | undefined {
  const twice = dryRun.find((name, i) => dryRun.indexOf(name) < i);
  if (twice !== undefined) return `dryRun names the metric ${JSON.stringify(twice)} twice. name it once`;
  for (const [field, names] of [['dryRun', dryRun], ['measurementRetention', Object.keys(measurementRetention)]] as const) {
    const unknown = names.find((name) => !metrics.includes(name));
    if (unknown !== undefined && complete) {
      return `${field} names the metric ${JSON.stringify(unknown)}, which is not measured. the metrics are: ${metrics.join(', ')}`;
    }
  }
  for (const [name, limit] of Object.entries(measurementRetention)) {
    if (!Number.isInteger(limit) || limit < 1) return `measurementRetention of ${JSON.stringify(name)} is ${limit}. give a whole number, 1 or more`;
  }
  return undefined;
}

/** Argo Rollouts finds metric names by regular expressions anywhere in a name, so each name is anchored at both ends. */
export function treatmentToKube({ dryRun = [], measurementRetention = {} }: MetricTreatment): MetricTreatmentWire {
  const kept = Object.entries(measurementRetention);
  return {
    dryRun: dryRun.length > 0 ? dryRun.map((name) => ({ metricName: exactly(name) })) : undefined,
    measurementRetention: kept.length > 0 ? kept.map(([name, limit]) => ({ metricName: exactly(name), limit })) : undefined,
  };
}

function exactly(name: string): string {
  return `^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`;
}
