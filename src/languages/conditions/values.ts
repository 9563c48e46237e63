import { ANY, BOOL, DURATION, FLOAT, INT, INT64, listOf, MAP, NIL, STRING, TIME, type Type, UINT8 } from './value-type';

/** A value while a condition is evaluated. Numbers are Go's float64. */
export type Value = null | boolean | number | string | Whole | List | Dictionary | Time | Duration | FunctionValue;

/** A whole number of 64 bits. */
export class Whole {
  public static int(value: bigint | number): Whole {
    return new Whole(BigInt.asIntN(64, BigInt(value)), 'int');
  }

  public constructor(public readonly value: bigint, public readonly kind: 'int' | 'int64' | 'uint8') {}
}

/** A list; lists of different item types are never equal. */
export class List {
  public constructor(
    public readonly items: readonly Value[],
    public readonly item: Type,
    /** What Go has in place of a list that a map does not hold: empty, and equal to nil. */
    public readonly missing = false,
  ) {}
}

/** A map. Its keys are told apart by type and value. */
export class Dictionary {
  public constructor(
    public readonly entries: ReadonlyMap<string, { readonly key: Value; readonly value: Value }>,
    public readonly key: Type,
    public readonly item: Type,
  ) {}
}

/** A point in time, in nanoseconds since 1970. */
export class Time {
  public constructor(public readonly nanoseconds: bigint) {}
}

/** A span of time in nanoseconds. */
export class Duration {
  public constructor(public readonly nanoseconds: bigint) {}
}

/** A function that is named and not called, which nothing can be done with. */
export class FunctionValue {
  public constructor(public readonly name: string) {}
}

/** What a provider may measure; a number may be NaN or infinite. */
export type Measured = null | boolean | number | string | readonly Measured[] | { readonly [key: string]: Measured };

/** A measured value as decoded JSON has it: lists of anything, maps by text. */
export function fromJson(measured: Measured): Value {
  if (measured === null || typeof measured !== 'object') return measured;
  if (Array.isArray(measured)) return new List(measured.map((item: Measured) => fromJson(item)), ANY);
  return dictionary(Object.entries(measured).map(([key, value]) => [key, fromJson(value)]), MAP);
}

/** Numbers as metric providers give them, one a series. */
export function fromNumbers(numbers: readonly number[]): List {
  return new List(numbers, FLOAT);
}

/** A map of these entries; of equal keys the last one stays. */
export function dictionary(entries: ReadonlyArray<readonly [Value, Value]>, type: Type): Dictionary {
  const { key, item } = type as Extract<Type, { kind: 'map' }>;
  return new Dictionary(new Map(entries.map(([name, value]) => [keyOf(name), { key: name, value }])), key, item);
}

/** What tells two keys of a map apart. */
export function keyOf(value: Value): string {
  if (value instanceof Whole) return `${value.kind}:${value.value}`;
  return typeof value === 'object' ? typeOfValue(value).kind : `${typeof value}:${value}`;
}

/** The type of a value, as Go would tell it. */
export function typeOfValue(value: Value): Type {
  if (value === null) return NIL;
  switch (typeof value) {
    case 'boolean': return BOOL;
    case 'number': return FLOAT;
    case 'string': return STRING;
  }
  if (value instanceof Whole) return { int: INT, int64: INT64, uint8: UINT8 }[value.kind];
  if (value instanceof List) return listOf(value.item);
  if (value instanceof Dictionary) return { kind: 'map', key: value.key, item: value.item };
  if (value instanceof Time) return TIME;
  return value instanceof Duration ? DURATION : { kind: 'function', takes: [], gives: ANY };
}
