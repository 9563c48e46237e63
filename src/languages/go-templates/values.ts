import { UnknownOutcome } from './template-error';

/**
 * What a template computes with: `undefined` for a key that is missing, `number` for a float64, which is what every number of JSON
 * and YAML is, and `Whole` for the integers of Go.
 */
export type GoValue = undefined | null | boolean | string | number | Whole | GoMap | Unknown | readonly GoValue[];

/** An integer of Go. An int64 is no int to it. */
export class Whole {
  public constructor(public readonly value: number, public readonly type: 'int' | 'int64' = 'int') {
    if (!Number.isSafeInteger(value)) throw new UnknownOutcome('a number of more than 15 digits');
  }
}

/** Something that exists, and only the cluster or a repository knows what it is. */
export class Unknown {
  public constructor(
    /** What is not known: `the label region of the cluster`. */
    public readonly what: string,
    /** Where it stands for more keys of a map: which these can be, any when nothing is said. */
    public readonly keys?: RegExp,
  ) {}
}

/** A map with text as keys. */
export class GoMap {
  public constructor(
    public readonly entries: ReadonlyMap<string, GoValue>,
    /** `strings` where all values are text to Go: a key that is missing gives `''` to `index`, and functions for maps refuse it. */
    public readonly type: 'any' | 'strings' = 'any',
    /** What other keys it may have, where those here are not all. */
    public readonly others?: Unknown,
  ) {}

  /** Whether it has a key, or may have it. */
  public mayHave(key: string): boolean {
    return this.entries.has(key) || (this.others !== undefined && (this.others.keys?.test(key) ?? true));
  }

  /** The value of a key: unknown where the map may have it. */
  public get(key: string): GoValue {
    if (this.entries.has(key)) return this.entries.get(key) ?? null;
    return this.mayHave(key) ? this.others : undefined;
  }

  /** The entries, by key. Throws where there may be others. */
  public get sorted(): ReadonlyArray<readonly [string, GoValue]> {
    if (this.others) throw new UnknownOutcome(this.others.what);
    return [...this.entries].sort(([a], [b]) => (a < b ? -1 : 1));
  }
}

/** Tells lists from the other values. */
export function isList(value: GoValue): value is readonly GoValue[] {
  return Array.isArray(value);
}

/** Whether a value counts as true. */
export function isTrue(value: GoValue): boolean {
  if (value instanceof Unknown) throw new UnknownOutcome(value.what);
  if (value instanceof GoMap) return value.entries.size > 0 || value.sorted.length > 0;
  if (value instanceof Whole) return value.value !== 0;
  if (isList(value)) return value.length > 0;
  // NaN is true to Go.
  return typeof value === 'number' ? value !== 0 : Boolean(value);
}

/** How messages call the type of a value. */
export function typeWords(value: GoValue): string {
  if (value === undefined || value === null) return 'nothing';
  if (value instanceof Whole) return 'an integer';
  if (value instanceof GoMap) return value.type === 'strings' ? 'a map of text' : 'a map';
  if (isList(value)) return 'a list';
  if (typeof value === 'number') return 'a number';
  return typeof value === 'string' ? 'text' : 'true or false';
}

/** A value of JSON as Go decodes it. */
export function fromJson(value: unknown): GoValue {
  if (Array.isArray(value)) return value.map(fromJson);
  if (typeof value === 'object' && value !== null) return new GoMap(new Map(Object.entries(value).map(([key, item]) => [key, fromJson(item)])));
  return value as GoValue;
}

/** A map of text, as labels and values are to Go. */
export function stringMap(texts: Readonly<Record<string, GoValue>>, others?: Unknown): GoMap {
  return new GoMap(new Map(Object.entries(texts)), 'strings', others);
}
