import { UnknownOutcome } from './template-error';
import { GoMap, type GoValue, isList } from './values';

/** The most that one template may do: well below a second. */
const MOST = 500_000;

/** The longest text, which is more than an object in a cluster can hold. */
const LONGEST = 1_000_000;

/** How many levels of lists and maps one value may have. */
const DEEPEST = 200;

/** How many characters are as much work as one value. */
const CHARACTERS = 16;

const MOST_VALUES = LONGEST / CHARACTERS;

interface Size {
  readonly values: number;
  readonly depth: number;
}

/** Sizes of lists and maps, which do not change. One in which another stands ten times is ten times its size, as when it is printed. */
const sizes = new WeakMap<object, Size>();

/** What a template has done so far. A template without an end, or with one in years, has an outcome that is not known. */
export class TemplateWork {
  private done = 0;

  /** Counts one step, with the values that it looks at or makes. */
  public count(...values: readonly GoValue[]): void {
    let size = 0;
    for (const value of values) size += sizeOf(value).values;
    if (size > MOST_VALUES) throw new UnknownOutcome('a value of that size');
    this.done += 1 + size;
    if (this.done > MOST) throw new UnknownOutcome('what a template gives that does so much');
  }
}

/** Refuses a text that would be absurdly long, before it is made. */
export function refuseLongText(length: number): void {
  if (length > LONGEST) throw new UnknownOutcome('a text of that length');
}

function sizeOf(value: GoValue): Size {
  if (typeof value === 'string') return { values: Math.ceil(value.length / CHARACTERS), depth: 0 };
  if (!isList(value) && !(value instanceof GoMap)) return { values: 1, depth: 0 };
  const known = sizes.get(value);
  if (known) return known;
  let values = 1;
  let depth = 0;
  for (const item of isList(value) ? value : value.entries.values()) {
    const inner = sizeOf(item);
    values += inner.values;
    depth = Math.max(depth, inner.depth + 1);
  }
  if (values > MOST_VALUES || depth > DEEPEST) throw new UnknownOutcome('a list or a map of that size');
  const size = { values, depth };
  sizes.set(value, size);
  return size;
}
