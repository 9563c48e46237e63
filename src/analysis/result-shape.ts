import type { Type } from '../languages/conditions/value-type';

/** Writes a test of one value, given the expression that names the value. */
export type Term = (value: string) => string;

/** What a comparison looks at: a number, or a value of any type. */
export type Judged = 'number' | 'any';

/**
 * What `result` is when Argo Rollouts evaluates the conditions of a metric. It differs from provider to provider, and an
 * expression for another shape is an error of the measurement, not a failure.
 * @see utils/evaluate/evaluate.go in argoproj/argo-rollouts
 */
export interface ResultShape {
  /**
   * The type of `result`, which your own expressions are checked with.
   * @default - not known, so that anything may be compared with it
   */
  readonly type?: Type;
  /** True where there is a value to judge. Absent where an answer without values is an error before it is judged. */
  readonly data?: string;
  /** True when every value meets the term. */
  every(judged: Judged, term: Term): string;
  /** True when one value or more meets the term. */
  some(judged: Judged, term: Term): string;
  /** True when every value that there is meets the term. */
  everyKnown(judged: Judged, term: Term): string;
}

/** How a list of values is read. */
export interface ListShapeProps {
  /**
   * The type of `result`.
   * @default - not known
   */
  readonly type?: Type;
  /** The expression of the list. */
  readonly list: string;
  /**
   * A value of the list.
   * @default '#'
   */
  readonly value?: string;
  /**
   * True for an entry without a value.
   * @default - every entry has one
   */
  readonly missing?: string;
  /** Whether the list may be empty. */
  readonly mayBeEmpty: boolean;
}

/** A list: of series, rows or points. A comparison holds when it holds for all of them. */
export function listShape({ type, list, value = '#', missing, mayBeEmpty }: ListShapeProps): ResultShape {
  const data = [...(mayBeEmpty ? [`len(${list}) > 0`] : []), ...(missing ? [`none(${list}, {${missing}})`] : [])];
  return {
    type,
    data: data.length > 0 ? data.join(' && ') : undefined,
    every: (_, term) => `all(${list}, {${term(value)}})`,
    some: (_, term) => `any(${list}, {${term(value)}})`,
    everyKnown: (_, term) => `all(${list}, {${missing ? `${missing} || ` : ''}${term(value)}})`,
  };
}

/** One value, which may be missing. */
export interface SingleShapeProps {
  /**
   * The type of `result`.
   * @default - not known
   */
  readonly type?: Type;
  /** The expression of the value, for each way to look at it. */
  readonly value: Readonly<Record<Judged, string>>;
  /** True when there is a value. */
  readonly known: string;
  /** True when there is none. */
  readonly missing: string;
}

/** One value. */
export function singleShape({ type, value, known, missing }: SingleShapeProps): ResultShape {
  const test = (judged: Judged, term: Term): string => term(value[judged]);
  return { type, data: known, every: test, some: test, everyKnown: (judged, term) => `${missing} || ${test(judged, term)}` };
}

/** One value that the provider gives as nil when there is none. */
export function nilableShape(number: string, any = number): ResultShape {
  return singleShape({ value: { number, any }, known: '!isNil(result)', missing: 'isNil(result)' });
}

/** What was measured, with its type hidden from the compiler, which refuses to compare it with a value of another type. */
export const ANY_RESULT = 'default(result, "")';

/** The list where a provider gives one value for one series and a list for several. */
export const ONE_OR_MANY = `type(${ANY_RESULT}) == "array" ? ${ANY_RESULT} : [result]`;
