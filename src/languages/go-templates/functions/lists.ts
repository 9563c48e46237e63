import { printed } from '../format';
import type { GoFunctions } from '../signature';
import { UnknownOutcome } from '../template-error';
import { GoMap, type GoValue, isList, isTrue, typeWords, Unknown, Whole } from '../values';
import { refuseLongText } from '../work';
import { countOf, failure } from './arguments';

/** Functions of lists. @see list.go in Masterminds/sprig */
export const LIST_FUNCTIONS: GoFunctions = {
  list: { takes: 'a*', call: (...items: GoValue[]) => items },
  tuple: { takes: 'a*', call: (...items: GoValue[]) => items },
  first: { takes: 'a', call: (list: GoValue) => items('first', list)[0] ?? null },
  last: { takes: 'a', call: (list: GoValue) => items('last', list).at(-1) ?? null },
  rest: { takes: 'a', call: (list: GoValue) => items('rest', list).slice(1) },
  initial: { takes: 'a', call: (list: GoValue) => items('initial', list).slice(0, -1) },
  reverse: { takes: 'a', call: (list: GoValue) => [...items('reverse', list)].reverse() },
  append: { takes: 'aa', call: (list: GoValue, item: GoValue) => [...items('append', list), item] },
  push: { takes: 'aa', call: (list: GoValue, item: GoValue) => [...items('push', list), item] },
  prepend: { takes: 'aa', call: (list: GoValue, item: GoValue) => [item, ...items('prepend', list)] },
  concat: { takes: 'a*', call: (...lists: GoValue[]) => lists.flatMap((list) => [...items('concat', list)]) },
  compact: { takes: 'a', call: (list: GoValue) => items('compact', list).filter(isTrue) },
  uniq: { takes: 'a', call: unique },
  without: { takes: 'aa*', call: (list: GoValue, ...omitted: GoValue[]) => items('without', list).filter((item) => !omitted.some((one) => same(one, item))) },
  has: { takes: 'aa', call: (item: GoValue, list: GoValue) => list !== null && items('has', list).some((one) => same(one, item)) },
  join: { takes: 'sa', call: joined },
  sortAlpha: { takes: 'a', call: (list: GoValue) => (isList(list) ? texts(list).sort(byBytes) : [printed(list)]) },
  toStrings: { takes: 'a', call: texts },
  until: { takes: 'i', call: (end: Whole) => Array.from({ length: Math.max(0, countOf(end, 1)) }, (_, i) => new Whole(i)) },
  slice: { takes: 'aa*', call: sliced },
};

/** The items of a list. Go panics over anything else. */
export function items(name: string, list: GoValue): readonly GoValue[] {
  if (isList(list)) return list;
  return failure(name, `it takes a list, and gets ${typeWords(list)}`);
}

// What Go's reflect.DeepEqual says of two values.
function same(a: GoValue, b: GoValue): boolean {
  if (a instanceof Unknown || b instanceof Unknown) throw new UnknownOutcome((a instanceof Unknown ? a : b as Unknown).what);
  if (a instanceof Whole || b instanceof Whole) return a instanceof Whole && b instanceof Whole && a.value === b.value && a.type === b.type;
  if (typeof a === 'object' && a !== null && typeof b === 'object' && b !== null) {
    if (isList(a) || isList(b) || a instanceof GoMap || b instanceof GoMap) throw new UnknownOutcome('whether two lists or maps are equal');
  }
  return (a ?? null) === (b ?? null);
}

function joined(separator: string, list: GoValue): string {
  const parts = texts(list);
  refuseLongText(parts.length * separator.length);
  return parts.join(separator);
}

// Each with each: a list that is long would take too long.
function unique(list: GoValue): GoValue {
  const all = items('uniq', list);
  if (all.length > 5000) throw new UnknownOutcome('which items of a list of that length are different');
  return all.filter((item, i) => all.findIndex((other) => same(other, item)) === i);
}

function texts(list: GoValue): string[] {
  if (list === null || list === undefined) return [];
  return (isList(list) ? list : [list]).filter((item) => item !== null && item !== undefined).map(printed);
}

function byBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sliced(list: GoValue, ...bounds: GoValue[]): GoValue {
  const all = items('slice', list);
  const [from = 0, to = all.length] = bounds.map((bound) => (bound instanceof Whole ? bound.value : NaN));
  if (Number.isNaN(from) || Number.isNaN(to) || bounds.length > 2) throw new UnknownOutcome('a slice by something that is no integer');
  if (from < 0 || to < from || to > all.length) return failure('slice', `the list has ${all.length} items`);
  return all.slice(from, to);
}
