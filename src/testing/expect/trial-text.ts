import { isJsonObject } from '../../manifests/json';
import type { AnalysisPhase } from '../../simulation/analysis/phase';
import type { TrialMeasurement, TrialResult } from '../analysis-trial';

/** Whether a trial ended like this. */
export function endedAs(result: TrialResult, phase: AnalysisPhase, message?: string | RegExp): boolean {
  if (result.phase !== phase) return false;
  return message === undefined || (typeof message === 'string' ? result.message.includes(message) : result.message.search(message) >= 0);
}

/** Whether something is what a trial gave. */
export function isTrialResult(received: unknown): received is TrialResult {
  return isJsonObject(received) && typeof received.phase === 'string' && isJsonObject(received.metrics);
}

/** How a trial ended, with every measurement, as lines. */
export function trialText({ phase, message, metrics }: TrialResult): string {
  const lines = Object.entries(metrics).flatMap(([name, metric]) => [
    `  ${name}: ${metric.phase}${metric.message ? `, ${metric.message}` : ''}`,
    ...metric.measurements.map((measurement, i) => `    [${i}] ${measurementText(measurement)}`),
  ]);
  return [`${phase}${message ? `: ${message}` : ''}`, ...lines].join('\n');
}

function measurementText({ phase, value, message }: TrialMeasurement): string {
  const measured = value === undefined ? '' : ` ${textOf(value)}`;
  return `${phase}${measured}${message ? `: ${message}` : ''}`;
}

// Numbers that JSON does not know are what metrics are full of.
function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(', ')}]`;
  return typeof value === 'number' ? String(value) : JSON.stringify(value) ?? String(value);
}
