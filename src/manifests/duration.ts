import { Duration } from 'cdk8s';
import { InputError } from './input-error';

/** A number with its unit: `90s`, `5m`, `1h`. There are no days: `24h`. */
export type SecondsMinutesOrHours = `${number}s` | `${number}m` | `${number}h`;

/** A length of time: a cdk8s `Duration`, or text such as `90s`, `5m`, `1h`. */
export type DurationLike = Duration | SecondsMinutesOrHours;

/** Seconds of a duration. Throws when it is not a positive whole number of seconds. */
export function secondsOf(duration: DurationLike, what: string): number {
  const seconds = duration instanceof Duration ? duration.toSeconds({ integral: false }) : secondsOfText(duration, what);
  if (!Number.isInteger(seconds) || seconds <= 0) {
    throw new InputError(`${what} is ${typeof duration === 'string' ? JSON.stringify(duration) : `${seconds} seconds`}, which is not a positive ` +
      'whole number of seconds. write a duration such as 90s, 5m or 1h');
  }
  return seconds;
}

/** The shortest text for a duration that Go, and so every Argo controller, reads back: 300 seconds are `5m`. */
export function durationText(duration: DurationLike, what: string): string {
  const seconds = secondsOf(duration, what);
  if (seconds % 3600 === 0) return `${seconds / 3600}h`;
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}

const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

function secondsOfText(text: string, what: string): number {
  const match = /^(\d+(?:\.\d+)?)([smh])$/.exec(text);
  if (!match) {
    throw new InputError(`${what} is ${JSON.stringify(text)}, which is not a duration. write a number with s, m or h, such as 90s, 5m or 1h`);
  }
  return Number(match[1]) * UNIT_SECONDS[match[2]!]!;
}
