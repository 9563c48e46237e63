import { ConditionError } from './condition-error';
import { shown } from './value-type';
import { Duration, Time, typeOfValue, type Value, Whole } from './values';

/** `+ - * / % ** ^` on two values. Throws where the language has no such operation. @see vm/runtime in antonmedv/expr */
export function calculate(operator: string, a: Value, b: Value): Value {
  const result = calculated(operator, a, b);
  if (result !== undefined) return result;
  throw new ConditionError(`${operator} cannot stand between ${shown(typeOfValue(a))} and ${shown(typeOfValue(b))}`);
}

/** A minus before a value. */
export function negate(value: Value): Value {
  if (typeof value === 'number') return -value;
  if (value instanceof Whole) return new Whole(BigInt.asIntN(64, -value.value), value.kind);
  throw new ConditionError(`- wants a number, and gets ${shown(typeOfValue(value))}`);
}

/** A number without its fraction, as Go on a 64 bit machine: what does not fit becomes the smallest one. */
export function toWhole(value: Value, wanted = 'a number'): bigint {
  if (value instanceof Whole) return value.value;
  if (typeof value !== 'number') throw new ConditionError(`${wanted} was expected, not ${shown(typeOfValue(value))}`);
  return Math.abs(value) < 2 ** 63 ? BigInt(Math.trunc(value)) : -(2n ** 63n);
}

export function toFloat(value: Value): number {
  if (value instanceof Whole) return Number(value.value);
  if (typeof value === 'number') return value;
  throw new ConditionError(`a number was expected, not ${shown(typeOfValue(value))}`);
}

function calculated(operator: string, a: Value, b: Value): Value | undefined {
  if (operator === '**' || operator === '^') return power(toFloat(a), toFloat(b));
  if (isNumber(a) && isNumber(b)) {
    return a instanceof Whole && b instanceof Whole && operator !== '/' ? ofWholes(operator, a.value, b.value) : ofFloats(operator, toFloat(a), toFloat(b));
  }
  switch (operator) {
    case '+':
      if (typeof a === 'string' && typeof b === 'string') return a + b;
      if (a instanceof Time && b instanceof Duration) return new Time(a.nanoseconds + b.nanoseconds);
      if (a instanceof Duration && b instanceof Time) return new Time(a.nanoseconds + b.nanoseconds);
      return a instanceof Duration && b instanceof Duration ? new Duration(a.nanoseconds + b.nanoseconds) : undefined;
    case '-':
      if (a instanceof Time && b instanceof Time) return new Duration(a.nanoseconds - b.nanoseconds);
      if (a instanceof Time && b instanceof Duration) return new Time(a.nanoseconds - b.nanoseconds);
      return a instanceof Duration && b instanceof Duration ? new Duration(a.nanoseconds - b.nanoseconds) : undefined;
    case '*':
      if (a instanceof Duration) return times(a, b);
      return b instanceof Duration ? times(b, a) : undefined;
    default:
      return undefined;
  }
}

function times({ nanoseconds }: Duration, factor: Value): Duration | undefined {
  if (factor instanceof Duration) return new Duration(BigInt.asIntN(64, nanoseconds * factor.nanoseconds));
  if (factor instanceof Whole) return new Duration(BigInt.asIntN(64, nanoseconds * factor.value));
  return typeof factor === 'number' ? new Duration(toWhole(Number(nanoseconds) * factor)) : undefined;
}

function isNumber(value: Value): value is number | Whole {
  return typeof value === 'number' || value instanceof Whole;
}

function ofWholes(operator: string, a: bigint, b: bigint): Whole | undefined {
  switch (operator) {
    case '+': return Whole.int(a + b);
    case '-': return Whole.int(a - b);
    case '*': return Whole.int(a * b);
    case '%':
      if (b === 0n) throw new ConditionError('a division of whole numbers by 0');
      return Whole.int(a % b);
    default: return undefined;
  }
}

function ofFloats(operator: string, a: number, b: number): number | undefined {
  switch (operator) {
    case '+': return a + b;
    case '-': return a - b;
    case '*': return a * b;
    case '/': return a / b;
    default: return undefined;
  }
}

// Go, unlike JavaScript, has 1 to any power, and minus one to an infinite one, as 1.
function power(base: number, exponent: number): number {
  return base === 1 || (base === -1 && Math.abs(exponent) === Infinity) ? 1 : base ** exponent;
}
