import { toWhole } from './arithmetic';
import { equal } from './comparison';
import { ConditionError } from './condition-error';
import { isAssignable, shown, type Type, UINT8 } from './value-type';
import { Dictionary, keyOf, List, typeOfValue, type Value, Whole } from './values';

/** An item of a list, a byte of a text or the value of a key; a key that is not there has nil. Throws outside of a list. */
export function itemAt(of: Value, at: Value): Value {
  if (of instanceof Dictionary) {
    const key = at === null ? zero(of.key) : at;
    refuseKey(of, key);
    const entry = of.entries.get(keyOf(key));
    return entry ? entry.value : zero(of.item);
  }
  const length = lengthOf(of);
  if (length === undefined || of === null) {
    throw new ConditionError(`${shown(typeOfValue(of))} has no ${typeof at === 'string' ? `field ${JSON.stringify(at)}` : 'items'}`);
  }
  const wanted = Number(toWhole(at, 'a whole number as the place of an item'));
  const index = wanted < 0 ? length + wanted : wanted;
  if (index < 0 || index >= length) {
    throw new ConditionError(length === 0 ? `there is no item [${wanted}], as the list is empty` : `there is no item [${wanted}] among ${length}`);
  }
  return of instanceof List ? of.items[index]! : new Whole(BigInt(Buffer.from(of as string)[index]!), 'uint8');
}

/** A text as the list of bytes that it is to a closure. */
export function bytesOf(of: string): List {
  return new List([...Buffer.from(of)].map((byte) => new Whole(BigInt(byte), 'uint8')), UINT8);
}

/** `of[from:to]`, where bounds outside of the list are moved to its ends. */
export function part(of: Value, from: Value, to: Value | undefined): Value {
  const length = of instanceof List || typeof of === 'string' ? lengthOf(of)! : undefined;
  if (length === undefined) throw new ConditionError(`${shown(typeOfValue(of))} has no part [from:to]`);
  const bound = (value: number): number => Math.max(value < 0 ? length + value : value, 0);
  const end = to === undefined ? length : Math.min(bound(Number(toWhole(to))), length);
  const start = Math.min(bound(Number(toWhole(from))), end);
  if (of instanceof List) return start === 0 && end === length ? of : new List(of.items.slice(start, end), of.item);
  return Buffer.from(of as string).subarray(start, end).toString();
}

/** `needle in of`. */
export function isIn(needle: Value, of: Value): boolean {
  if (of === null) return false;
  if (of instanceof List) return of.items.some((item) => equal(item, needle));
  if (!(of instanceof Dictionary)) throw new ConditionError(`in looks into lists and maps, not into ${shown(typeOfValue(of))}`);
  const key = needle === null ? zero(of.key) : needle;
  refuseKey(of, key);
  return of.entries.has(keyOf(key));
}

/** How many items a list or map has, and bytes a text; undefined for anything else. */
export function lengthOf(of: Value): number | undefined {
  if (of instanceof List) return of.items.length;
  if (of instanceof Dictionary) return of.entries.size;
  return typeof of === 'string' ? Buffer.byteLength(of) : undefined;
}

function refuseKey(of: Dictionary, key: Value): void {
  const type = typeOfValue(key);
  if (!isAssignable(type, of.key)) throw new ConditionError(`the keys of the map are ${shown(of.key)}, not ${shown(type)}`);
  if (type.kind === 'list' || type.kind === 'map') throw new ConditionError(`${shown(type)} is no key`);
}

// What Go has for a type where there is nothing.
function zero(type: Type): Value {
  switch (type.kind) {
    case 'list': return new List([], type.item, true);
    case 'string': return '';
    default: return null;
  }
}
