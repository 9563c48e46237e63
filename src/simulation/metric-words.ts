import type { JsonObject, JsonValue } from '../manifests/json';
import { goInteger, measurementCount, metricTiming } from './metric-timing';

/**
 * What the interval, the count and the limits of a metric mean, in words:
 * `5 measurements, one every 1m; fails at the 2nd failed one; ends after 4m`.
 */
export function metricInWords(metric: JsonObject): string {
  return [measured(metric), failing(metric), succeeding(metric), undecided(metric), ending(metric)].filter((part) => part !== '').join('; ');
}

/** Seconds as people write them: 90 are `1m30s`. */
export function secondsText(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return [hours && `${hours}h`, minutes && `${minutes}m`, rest && `${rest}s`].filter(Boolean).join('') || '0s';
}

function measured(metric: JsonObject): string {
  const count = measurementCount(metric);
  const interval = textOf(metric.interval);
  const delay = textOf(metric.initialDelay);
  if (count === 1) return delay ? `1 measurement, after ${delay}` : '1 measurement';
  const times = count === Infinity ? `a measurement every ${interval} without end` : `${count ?? textOf(metric.count)} measurements, one every ${interval}`;
  return delay ? `${times}, the first after ${delay}` : times;
}

function failing(metric: JsonObject): string {
  const limit = goInteger(metric.failureLimit);
  if (limit === undefined) return `fails after more than ${textOf(metric.failureLimit)} failed ones`;
  if (limit < 0) return 'failed ones do not end it';
  const count = measurementCount(metric);
  if (count !== undefined && limit >= count) return 'cannot fail';
  return count === 1 ? 'fails if it fails' : `fails at the ${ordinal(limit + 1)} failed one`;
}

function succeeding(metric: JsonObject): string {
  const limit = goInteger(metric.consecutiveSuccessLimit);
  if (limit === undefined) return `succeeds after ${textOf(metric.consecutiveSuccessLimit)} good ones in a row`;
  if (limit <= 0) return '';
  const enough = limit === 1 ? 'succeeds at the first good one' : `succeeds at the ${ordinal(limit)} good one in a row`;
  if (measurementCount(metric) === Infinity) return enough;
  return `${enough}, and is ${goInteger(metric.failureLimit) === -1 ? 'failed' : 'inconclusive'} without`;
}

function undecided(metric: JsonObject): string {
  const parts: string[] = [];
  const inconclusive = goInteger(metric.inconclusiveLimit);
  if (inconclusive !== undefined && inconclusive > 0) parts.push(`pauses at the ${ordinal(inconclusive + 1)} inconclusive one`);
  const errors = goInteger(metric.consecutiveErrorLimit);
  if ((metric.consecutiveErrorLimit ?? undefined) !== undefined && errors !== undefined) parts.push(`gives up at the ${ordinal(errors + 1)} error in a row`);
  return parts.join('; ');
}

function ending(metric: JsonObject): string {
  const end = metricTiming(metric)?.end;
  return end === undefined || end === Infinity || end === 0 ? '' : `ends after ${secondsText(end)}`;
}

function ordinal(n: number): string {
  if (n === 1) return 'first';
  const suffix = n % 100 >= 11 && n % 100 <= 13 ? 'th' : ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th';
  return `${n}${suffix}`;
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
