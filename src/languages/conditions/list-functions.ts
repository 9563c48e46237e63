import { itemAt, lengthOf, part } from './access';
import { toFloat } from './arithmetic';
import { inOrder } from './comparison';
import { ConditionError } from './condition-error';
import { fromNothing, type Functions } from './function-table';
import { text } from './text-functions';
import { ANY, sameType, shown } from './value-type';
import { Dictionary, dictionary, List, typeOfValue, type Value, Whole } from './values';

/** Built-in functions on lists and maps. @see builtin/builtin.go in antonmedv/expr */
export const LIST_FUNCTIONS: Functions = {
  len: ([of]) => {
    const length = lengthOf(fromNothing(of));
    if (length === undefined) throw new ConditionError(`len wants a list, a map or a text, and gets ${shown(typeOfValue(fromNothing(of)))}`);
    return Whole.int(length);
  },
  first: ([of]) => quietly(of, Whole.int(0)),
  last: ([of]) => quietly(of, Whole.int(-1)),
  get: ([of, at]) => quietly(of, fromNothing(at)),
  take: ([of, count]) => {
    const from = list(of, 'take');
    if (!(count instanceof Whole)) throw new ConditionError('take wants a whole number of items');
    if (count.value < 0n) throw new ConditionError(`take cannot take ${count.value} items`);
    return part(from, Whole.int(0), count);
  },
  keys: ([of]) => new List([...map(of, 'keys').entries.values()].map(({ key }) => key), ANY),
  values: ([of]) => new List([...map(of, 'values').entries.values()].map(({ value }) => value), ANY),
  toPairs: ([of]) => new List([...map(of, 'toPairs').entries.values()].map(({ key, value }) => new List([key, value], ANY)), ANY),
  fromPairs: ([of]) => {
    const pairs = list(of, 'fromPairs').items.map((pair) => {
      if (!(pair instanceof List) || pair.items.length !== 2) throw new ConditionError('fromPairs wants a list of lists of two');
      return [pair.items[0]!, pair.items[1]!] as const;
    });
    return dictionary(pairs, { kind: 'map', key: ANY, item: ANY });
  },
  sum: ([of]) => {
    const numbers = numbersOf(of, 'sum');
    if (numbers.every((number) => number instanceof Whole)) return Whole.int(numbers.reduce((total, { value }) => total + value, 0n));
    return added(numbers);
  },
  mean: ([of]) => {
    const numbers = numbersOf(of, 'mean');
    return numbers.length === 0 ? 0 : added(numbers) / numbers.length;
  },
  median: ([of]) => {
    const sorted = numbersOf(of, 'median').map(toFloat).sort(numerically);
    const middle = sorted.length >> 1;
    if (sorted.length === 0) return 0;
    return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  },
  sort: ([of, direction]) => sorted(list(of, 'sort').items, (item) => item, direction),
  sortBy: ([of, field, direction]) => {
    const name = text(field);
    return sorted(list(of, 'sortBy').items, (item) => (item instanceof Dictionary ? itemAt(item, name) : item), direction);
  },
  max: (args) => args.map(fromNothing).reduce((most, next) => (most === null || inOrder('<', most, next) ? next : most)),
  min: (args) => args.map(fromNothing).reduce((least, next) => (least === null || inOrder('>', least, next) ? next : least)),
};

/** A value as the list that it has to be. */
export function list(value: Value | undefined, name: string): List {
  if (value instanceof List) return value;
  throw new ConditionError(`${name} wants a list, and gets ${shown(typeOfValue(fromNothing(value)))}`);
}

function map(value: Value | undefined, name: string): Dictionary {
  if (value instanceof Dictionary) return value;
  throw new ConditionError(`${name} wants a map, and gets ${shown(typeOfValue(fromNothing(value)))}`);
}

// What is not there is nil for these, whatever the reason.
function quietly(of: Value | undefined, at: Value): Value {
  try {
    return itemAt(fromNothing(of), at);
  } catch (error) {
    if (error instanceof ConditionError) return null;
    throw error;
  }
}

function numbersOf(of: Value | undefined, name: string): ReadonlyArray<number | Whole> {
  return list(of, name).items.map((item) => {
    if (typeof item === 'number' || item instanceof Whole) return item;
    throw new ConditionError(`${name} wants a list of numbers, and it has ${shown(typeOfValue(item))}`);
  });
}

function added(numbers: ReadonlyArray<number | Whole>): number {
  return numbers.reduce((total: number, number) => total + toFloat(number), 0);
}

// Go puts NaN before every number.
function numerically(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
  return a - b;
}

function sorted(items: readonly Value[], by: (item: Value) => Value, direction: Value | undefined): List {
  if (direction !== undefined && direction !== 'asc' && direction !== 'desc') throw new ConditionError('a list is sorted "asc" or "desc"');
  const keyed = items.map((item) => ({ item, key: by(item) }));
  const [one] = keyed;
  if (one) {
    const type = typeOfValue(one.key);
    if (!keyed.every(({ key }) => sameType(typeOfValue(key), type))) throw new ConditionError('items of different types have no order');
    if (keyed.length > 1 && !['int', 'int64', 'float', 'string'].includes(type.kind)) throw new ConditionError(`${shown(type)} has no order`);
  }
  const [before, after] = direction === 'desc' ? [1, -1] : [-1, 1];
  keyed.sort((a, b) => (inOrder('<', a.key, b.key) ? before : inOrder('>', a.key, b.key) ? after : 0));
  return new List(keyed.map(({ item }) => item), ANY);
}
