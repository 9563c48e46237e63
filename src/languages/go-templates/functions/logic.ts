import type { GoFunctions } from '../signature';
import { UnknownOutcome } from '../template-error';
import { GoMap, type GoValue, isList, isTrue, Unknown, Whole } from '../values';
import { ascii, failure } from './arguments';

/** Functions that choose, compare, count and look up. @see src/text/template/funcs.go in golang/go, defaults.go in Masterminds/sprig */
export const LOGIC_FUNCTIONS: GoFunctions = {
  not: { takes: 'a', call: (value: GoValue) => !isTrue(value) },
  eq: { takes: 'aa*', call: (one: GoValue, ...others: GoValue[]) => (others.length === 0 ? failure('eq', 'it compares with nothing') : others.some((other) => equal(one, other))) },
  ne: { takes: 'aa', call: (one: GoValue, other: GoValue) => !equal(one, other) },
  lt: { takes: 'aa', call: (one: GoValue, other: GoValue) => order('lt', one, other) < 0 },
  le: { takes: 'aa', call: (one: GoValue, other: GoValue) => order('le', one, other) <= 0 },
  gt: { takes: 'aa', call: (one: GoValue, other: GoValue) => order('gt', one, other) > 0 },
  ge: { takes: 'aa', call: (one: GoValue, other: GoValue) => order('ge', one, other) >= 0 },
  len: { takes: 'a', call: length },
  index: { takes: 'aa*', call: (item: GoValue, ...keys: GoValue[]) => keys.reduce(indexed, item === null ? failure('index', 'there is nothing to look into') : item) },
  default: { takes: 'aa*', call: (fallback: GoValue, ...given: GoValue[]) => (given.length > 0 && isTrue(given[0]) ? given[0] : fallback) },
  empty: { takes: 'a', call: (value: GoValue) => !isTrue(value) },
  coalesce: { takes: 'a*', call: (...values: GoValue[]) => values.find(isTrue) ?? null },
  all: { takes: 'a*', call: (...values: GoValue[]) => values.every(isTrue) },
  any: { takes: 'a*', call: (...values: GoValue[]) => values.some(isTrue) },
  ternary: { takes: 'aab', call: (yes: GoValue, no: GoValue, which: boolean) => (which ? yes : no) },
  fail: { takes: 's', call: (reason: string) => failure('fail', reason) },
  kindOf: { takes: 'a', call: kindOf },
  kindIs: { takes: 'sa', call: (kind: string, value: GoValue) => kindOf(value) === kind },
};

function kindOf(value: GoValue): string {
  if (value === null || value === undefined) return 'invalid';
  if (value instanceof GoMap) return 'map';
  if (value instanceof Whole) return value.type;
  if (isList(value)) return 'slice';
  return typeof value === 'number' ? 'float64' : typeof value === 'boolean' ? 'bool' : 'string';
}

// Numbers of parameters are floats, and Go compares no float with an integer.
function comparable(name: string, one: GoValue, other: GoValue): boolean {
  const kinds = [one, other].map((value) => (value instanceof Whole ? 'int' : kindOf(value)));
  if (kinds.includes('invalid')) return false;
  if (kinds.includes('int') && kinds.includes('float64')) {
    return failure(name, 'a number of a parameter is no integer to Go. compare with a decimal such as 3.0, or write int in front of the parameter');
  }
  if (kinds[0] !== kinds[1]) return failure(name, `Go compares no ${kinds[0]} with a ${kinds[1]}`);
  return kinds[0] === 'map' || kinds[0] === 'slice' ? failure(name, `Go compares no ${kinds[0]}s`) : true;
}

function equal(one: GoValue, other: GoValue): boolean {
  if (!comparable('eq', one, other)) return (one ?? null) === (other ?? null);
  return one instanceof Whole && other instanceof Whole ? one.value === other.value : one === other;
}

function order(name: string, one: GoValue, other: GoValue): number {
  if (!comparable(name, one, other) || typeof one === 'boolean') return failure(name, 'Go gives these values no order');
  const [a, b] = [one, other].map((value) => (value instanceof Whole ? value.value : value as string | number));
  if (Number.isNaN(a) || Number.isNaN(b)) return NaN;
  if (typeof a === 'string' && typeof b === 'string') return ascii(a) < ascii(b) ? -1 : a > b ? 1 : 0;
  return (a as number) - (b as number);
}

function length(value: GoValue): Whole {
  if (value instanceof GoMap) return new Whole(value.sorted.length);
  if (isList(value)) return new Whole(value.length);
  if (typeof value === 'string') return new Whole(new TextEncoder().encode(value).length);
  return failure('len', 'only text, lists and maps have a length');
}

function indexed(item: GoValue, key: GoValue): GoValue {
  if (item instanceof Unknown) throw new UnknownOutcome(item.what);
  if (item === null || item === undefined) return failure('index', 'there is nothing to look into');
  if (item instanceof GoMap) {
    if (typeof key !== 'string') return failure('index', 'the keys of a map are text');
    return item.mayHave(key) ? item.get(key) : item.type === 'strings' ? '' : null;
  }
  if (!(key instanceof Whole)) return failure('index', 'the places of a list are integers');
  if (typeof item === 'string') return key.value < ascii(item).length && key.value >= 0 ? new Whole(item.charCodeAt(key.value)) : failure('index', 'the text is shorter');
  if (!isList(item)) return failure('index', 'it looks into lists and maps only');
  if (key.value < 0 || key.value >= item.length) return failure('index', `the list has ${item.length} items, and the first one is 0`);
  return item[key.value];
}
