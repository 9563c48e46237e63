import { printedFloat } from '../format';
import type { GoFunctions } from '../signature';
import { UnknownOutcome } from '../template-error';
import { type GoValue, Whole } from '../values';
import { failure } from './arguments';

/** Functions of numbers. @see numeric.go in Masterminds/sprig */
export const NUMBER_FUNCTIONS: GoFunctions = {
  int: { takes: 'a', call: (value: GoValue) => new Whole(whole(value)) },
  int64: { takes: 'a', call: (value: GoValue) => new Whole(whole(value), 'int64') },
  atoi: { takes: 's', call: (text: string) => new Whole(/^[+-]?\d{1,15}$/.test(text) ? Number(text) : refuseLong(text)) },
  add: { takes: 'a*', call: (...values: GoValue[]) => wide(values.reduce((sum: number, value) => sum + whole(value), 0)) },
  add1: { takes: 'a', call: (value: GoValue) => wide(whole(value) + 1) },
  sub: { takes: 'aa', call: (one: GoValue, other: GoValue) => wide(whole(one) - whole(other)) },
  mul: { takes: 'aa*', call: (first: GoValue, ...others: GoValue[]) => wide(others.reduce((product: number, value) => product * whole(value), whole(first))) },
  div: { takes: 'aa', call: (one: GoValue, other: GoValue) => wide(Math.trunc(whole(one) / divisor('div', other))) },
  mod: { takes: 'aa', call: (one: GoValue, other: GoValue) => wide(whole(one) % divisor('mod', other)) },
  max: { takes: 'aa*', call: (...values: GoValue[]) => wide(Math.max(...values.map(whole))) },
  min: { takes: 'aa*', call: (...values: GoValue[]) => wide(Math.min(...values.map(whole))) },
  float64: { takes: 'a', call: (value: GoValue) => (typeof value === 'number' ? value : whole(value)) },
};

function wide(value: number): Whole {
  return new Whole(value === 0 ? 0 : value, 'int64');
}

function divisor(name: string, value: GoValue): number {
  return whole(value) === 0 ? failure(name, 'it divides by zero') : whole(value);
}

// Text with anything but digits in it is left to Go.
function whole(value: GoValue): number {
  if (value instanceof Whole) return value.value;
  if (typeof value === 'number') return Math.trunc(value);
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'string' && /^(0|[1-9]\d{0,14})$/.test(value)) return Number(value);
  if (value === null || value === undefined) return 0;
  throw new UnknownOutcome(`the number that ${typeof value === 'string' ? JSON.stringify(value) : 'a list or a map'} is`);
}

function refuseLong(text: string): number {
  if (/\d{16}|_/.test(text)) throw new UnknownOutcome(`the number ${printedFloat(Number(text))}`);
  return 0;
}
