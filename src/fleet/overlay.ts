/** What may be said of an object to change a part of it. Lists are replaced as a whole. */
export type DeepPartial<T> = T extends readonly unknown[] | ((...args: never) => unknown) ? T
  : T extends object ? { readonly [K in keyof T]?: DeepPartial<T[K]> }
    : T;

/** A copy of the base with the changes in it. Neither is touched. */
export function overlaid<T extends object>(base: T, changes: DeepPartial<T>): T {
  return merged(base, changes) as T;
}

function merged(base: unknown, change: unknown): unknown {
  if (change === undefined) return base;
  if (!isPlain(base) || !isPlain(change)) return change;
  const keys = [...Object.keys(base), ...Object.keys(change).filter((key) => !Object.hasOwn(base, key))];
  return Object.fromEntries(keys.map((key) => [key, merged(own(base, key), own(change, key))]));
}

function own(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

// An instance of a class is a value of its own: its parts mean nothing without it.
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
