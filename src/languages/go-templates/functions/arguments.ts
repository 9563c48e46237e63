import { FunctionFailure, UnknownOutcome } from '../template-error';
import type { Whole } from '../values';

const LONGEST = 100_000;

/** The text, where Go's bytes are its characters. */
export function ascii(text: string): string {
  if (/[\u0080-\uffff]/.test(text)) throw new UnknownOutcome('what the function makes of letters beyond ASCII');
  return text;
}

/** A count whose product with a size is not absurd. */
export function countOf(count: Whole, size: number): number {
  if (count.value * Math.max(size, 1) > LONGEST) throw new UnknownOutcome('a text or a list of that length');
  return count.value;
}

/** Ends the template, as an error or a panic of the function does. */
export function failure(name: string, reason: string): never {
  throw new FunctionFailure(`${name} fails: ${reason}`);
}
