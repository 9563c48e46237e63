import { negate, toFloat, toWhole } from './arithmetic';
import { inOrder } from './comparison';
import { ConditionError, UnsupportedCondition } from './condition-error';
import { printed, toJson } from './format';
import { fromNothing, type Functions } from './function-table';
import { text } from './text-functions';
import { shown } from './value-type';
import { Duration, fromJson, type Measured, Time, typeOfValue, type Value, Whole } from './values';

const UNITS: Readonly<Record<string, bigint>> = {
  ns: 1n, us: 1_000n, µs: 1_000n, μs: 1_000n, ms: 1_000_000n, s: 1_000_000_000n, m: 60_000_000_000n, h: 3_600_000_000_000n,
};

/** Built-in functions on single values. @see builtin/builtin.go in antonmedv/expr */
export const VALUE_FUNCTIONS: Functions = {
  type: ([of]) => {
    const { kind } = typeOfValue(fromNothing(of));
    if (kind === 'time') return 'time.Time';
    if (kind === 'duration') return 'time.Duration';
    return { list: 'array', int64: 'int', uint8: 'uint', function: 'func' }[kind as string] ?? kind;
  },
  abs: ([of]) => (number(of, 'abs'), inOrder('<', fromNothing(of), 0) ? negate(fromNothing(of)) : fromNothing(of)),
  ceil: ([of]) => Math.ceil(number(of, 'ceil')),
  floor: ([of]) => Math.floor(number(of, 'floor')),
  // Go rounds halves away from zero.
  round: ([of]) => Math.sign(number(of, 'round')) * Math.round(Math.abs(number(of, 'round'))),
  int: ([of]) => (typeof of === 'string' ? Whole.int(wholeText(of)) : Whole.int(toWhole(fromNothing(of)))),
  float: ([of]) => (typeof of === 'string' ? floatText(of) : toFloat(fromNothing(of))),
  string: ([of]) => printed(fromNothing(of)),
  toJSON: ([of]) => toJson(fromNothing(of)),
  fromJSON: ([of]) => {
    const json = text(of);
    try {
      return fromJson(JSON.parse(json) as Measured);
    } catch {
      throw new ConditionError('fromJSON wants JSON');
    }
  },
  now: () => new Time(BigInt(Date.now()) * 1_000_000n),
  duration: ([of]) => new Duration(durationText(text(of))),
  date: ([of, ...layout]) => {
    if (layout.length > 0) throw new UnsupportedCondition('a date with a layout');
    return new Time(dateText(text(of)));
  },
};

/** What Argo Rollouts adds, beside those that look at the whole result. */
export const NUMBER_FUNCTIONS: Functions = {
  asInt: ([of]) => new Whole(typeof of === 'string' ? wholeText(of) : toWhole(fromNothing(of)), 'int64'),
  asFloat: ([of]) => (typeof of === 'string' ? floatText(of) : toFloat(fromNothing(of))),
  isNaN: ([of]) => Number.isNaN(exactFloat(of, 'isNaN')),
  isInf: ([of]) => Math.abs(exactFloat(of, 'isInf')) === Infinity,
};

function number(value: Value | undefined, name: string): number {
  if (typeof value === 'number' || value instanceof Whole) return toFloat(value);
  throw new ConditionError(`${name} wants a number, and gets ${shown(typeOfValue(fromNothing(value)))}`);
}

// These take no whole number, such as a length.
function exactFloat(value: Value | undefined, name: string): number {
  if (typeof value === 'number') return value;
  throw new ConditionError(`${name} wants a number with a fraction, and gets ${shown(typeOfValue(fromNothing(value)))}`);
}

function wholeText(of: string): bigint {
  const value = /^[+-]?\d+$/.test(of) ? BigInt(of.replace(/^\+/, '')) : undefined;
  if (value !== undefined && value === BigInt.asIntN(64, value)) return value;
  throw new ConditionError(`${JSON.stringify(of)} is no whole number`);
}

function floatText(of: string): number {
  const special = /^([+-]?)(inf|infinity|nan)$/i.exec(of);
  if (special) return special[2]!.toLowerCase() === 'nan' ? NaN : special[1] === '-' ? -Infinity : Infinity;
  const value = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(of) ? Number(of) : NaN;
  if (Number.isFinite(value)) return value;
  throw new ConditionError(`${JSON.stringify(of)} is no number`);
}

function durationText(of: string): bigint {
  const parts = /^([+-]?)((?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+|0)$/.exec(of);
  if (!parts) throw new ConditionError(`${JSON.stringify(of)} is no duration, such as 5m or 1h30m`);
  const total = [...parts[2]!.matchAll(/([\d.]+)([a-zµμ]+)/g)].reduce((sum, [, amount, unit]) => {
    const [whole = '', fraction = ''] = amount!.split('.');
    const scale = UNITS[unit!]!;
    return sum + BigInt(whole || '0') * scale + (fraction ? BigInt(fraction) * scale / 10n ** BigInt(fraction.length) : 0n);
  }, 0n);
  return parts[1] === '-' ? -total : total;
}

function dateText(of: string): bigint {
  const parts = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)?)?$/.exec(of);
  const [, day, time = '00:00:00', fraction = '', zone = 'Z'] = parts ?? [];
  const milliseconds = Date.parse(`${day}T${time}${zone}`);
  if (!parts || Number.isNaN(milliseconds)) throw new UnsupportedCondition(`the date ${JSON.stringify(of)}`);
  return BigInt(milliseconds) * 1_000_000n + BigInt(fraction.padEnd(9, '0'));
}
