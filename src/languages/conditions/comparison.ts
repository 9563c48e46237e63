import { ConditionError } from './condition-error';
import { sameType, shown } from './value-type';
import { Dictionary, Duration, List, Time, typeOfValue, type Value, Whole } from './values';

/** `==`: numbers by value; lists and maps only if their items have the same types too. */
export function equal(a: Value, b: Value): boolean {
  const compared = compare(a, b);
  if (compared !== undefined) return compared === 0;
  if (isNil(a) && isNil(b)) return true;
  return deepEqual(a, b);
}

/** `<`, `<=`, `>` and `>=`; NaN makes each of them false. Throws where the language has no order. */
export function inOrder(operator: string, a: Value, b: Value): boolean {
  const compared = compare(a, b);
  if (compared === undefined) {
    throw new ConditionError(`${operator} cannot stand between ${shown(typeOfValue(a))} and ${shown(typeOfValue(b))}`);
  }
  switch (operator) {
    case '<': return compared < 0;
    case '<=': return compared <= 0;
    case '>': return compared > 0;
    default: return compared >= 0;
  }
}

/** What Go takes for nil: nil, and what a map does not hold. */
export function isNil(value: Value): boolean {
  return value === null || (value instanceof List && value.missing);
}

// Negative, zero, positive; NaN where nothing holds; undefined where there is no order.
function compare(a: Value, b: Value): number | undefined {
  if (a instanceof Whole && b instanceof Whole) return sign(a.value, b.value);
  const left = a instanceof Whole ? Number(a.value) : a;
  const right = b instanceof Whole ? Number(b.value) : b;
  if (typeof left === 'number' && typeof right === 'number') return left === right ? 0 : left - right;
  if (typeof left === 'string' && typeof right === 'string') return Buffer.compare(Buffer.from(left), Buffer.from(right));
  if (a instanceof Time && b instanceof Time) return sign(a.nanoseconds, b.nanoseconds);
  return a instanceof Duration && b instanceof Duration ? sign(a.nanoseconds, b.nanoseconds) : undefined;
}

function sign(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function deepEqual(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (!sameType(typeOfValue(a), typeOfValue(b))) return false;
  if (a instanceof Whole && b instanceof Whole) return a.value === b.value;
  if (a instanceof List && b instanceof List) {
    return a.missing === b.missing && a.items.length === b.items.length && a.items.every((item, i) => deepEqual(item, b.items[i]!));
  }
  if (a instanceof Dictionary && b instanceof Dictionary) {
    return a.entries.size === b.entries.size
      && [...a.entries].every(([key, { value }]) => b.entries.has(key) && deepEqual(value, b.entries.get(key)!.value));
  }
  return false;
}
