import { InputError } from '../manifests/input-error';
import { readable, type Pointer } from '../manifests/pointer';
import { Matcher } from './matcher';

/** What `expect.any(String)` and its like are, in jest and in vitest. */
interface AsymmetricMatcher {
  asymmetricMatch(got: unknown): boolean;
  toString(): string;
}

/**
 * The matcher that a wanted value is: one of `Match`, or of `expect`. Undefined for a value that is given. What no YAML can hold is
 * refused, since it would differ from everything, which is what a test for "not" wants to see.
 */
export function described(wanted: unknown, at: Pointer): Matcher | undefined {
  if (wanted instanceof Matcher) return wanted;
  if (isAsymmetric(wanted)) {
    const matcher: Matcher = new Matcher(`what ${wanted.toString()} takes`, (got, place) =>
      (wanted.asymmetricMatch(got) ? [] : [{ pointer: place, wanted: matcher, got }]));
    return matcher;
  }
  const kind = foreignKind(wanted);
  if (kind !== undefined) {
    throw new InputError(`${kind} was wanted at ${readable(at) || 'the object'}, and no manifest holds one. give a text, a number, a list or a map`
      + `${kind === 'a RegExp' ? ', or Match.pattern(...) for a text like it' : ''}`);
  }
  return undefined;
}

function isAsymmetric(wanted: unknown): wanted is AsymmetricMatcher {
  return typeof wanted === 'object' && wanted !== null && 'asymmetricMatch' in wanted && typeof wanted.asymmetricMatch === 'function';
}

function foreignKind(wanted: unknown): string | undefined {
  if (typeof wanted === 'number') return Number.isFinite(wanted) ? undefined : String(wanted);
  if (typeof wanted === 'function' || typeof wanted === 'symbol' || typeof wanted === 'bigint') return `a ${typeof wanted}`;
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted)) return undefined;
  const prototype = Object.getPrototypeOf(wanted) as { readonly constructor?: { readonly name: string } } | null;
  // Tests run in a realm of their own, whose Object is another one.
  return prototype === null || prototype.constructor?.name === 'Object' ? undefined : `a ${prototype.constructor?.name ?? 'class'}`;
}
