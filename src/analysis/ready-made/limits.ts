import { durationText, type DurationLike } from '../../manifests/duration';
import { InputError } from '../../manifests/input-error';
import type { ArgReference } from '../argument';

/** A share of requests from 0 to 1, or an argument that brings one. */
export type Share = number | ArgReference;

/** How long an answer may take: `500ms`, `1.5s`. */
export type LatencyLimit = `${number}ms` | `${number}s`;

/** A share, checked. 95 is not 95 percent. */
export function checkedShare(what: string, share: Share): Share {
  if (typeof share === 'number' && !(share >= 0 && share <= 1)) {
    throw new InputError(`${what}: atLeast is ${share}. give a share from 0 to 1, such as 0.95 for 95 percent`);
  }
  return share;
}

/** A latency in the unit of its histogram. */
export function latencyIn(what: string, unit: 'ms' | 's', limit: LatencyLimit): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s)$/.exec(limit);
  const milliseconds = match ? Number(match[1]) * (match[2] === 's' ? 1000 : 1) : 0;
  if (milliseconds <= 0) {
    throw new InputError(`${what}: below is ${JSON.stringify(limit)}. write milliseconds or seconds, such as 500ms or 1.5s`);
  }
  return unit === 'ms' ? milliseconds : milliseconds / 1000;
}

/** A percentile as the share that PromQL wants. */
export function quantileOf(what: string, percentile: number): number {
  if (!(percentile > 0 && percentile < 100)) {
    throw new InputError(`${what}: percentile is ${percentile}. give a number between 0 and 100, such as 99`);
  }
  return Number((percentile / 100).toPrecision(12));
}

/** The window of a query as PromQL writes it; an argument stays as it is. */
export function promqlWindow(what: string, window: DurationLike | ArgReference): string {
  return typeof window === 'string' && window.startsWith('{{') ? window : durationText(window as DurationLike, `${what}: window`);
}
