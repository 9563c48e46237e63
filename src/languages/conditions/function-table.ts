import type { Value } from './values';

/** Functions by name, on values that the checker let pass. */
export type Functions = Readonly<Record<string, (args: readonly (Value | undefined)[]) => Value>>;

/** An argument, where the checker has counted them. */
export function fromNothing(value: Value | undefined): Value {
  return value === undefined ? null : value;
}
