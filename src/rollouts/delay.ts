import { type DurationLike, secondsOf } from '../manifests/duration';

/** A length of time, or `never`. Argo Rollouts writes never as 0 seconds, which reads like its opposite. */
export type DelayOrNever = DurationLike | 'never';

/** Seconds of a delay, 0 for never. */
export function delaySeconds(delay: DelayOrNever | undefined, what: string): number | undefined {
  if (delay === undefined) return undefined;
  return delay === 'never' ? 0 : secondsOf(delay, what);
}
