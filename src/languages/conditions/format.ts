import { ConditionError, UnsupportedCondition } from './condition-error';
import { Dictionary, List, type Value, Whole } from './values';

/** A value as Go prints it with `%v`. */
export function printed(value: Value): string {
  if (value === null) return '<nil>';
  if (typeof value === 'number') return printedNumber(value);
  if (typeof value === 'string' || typeof value === 'boolean') return String(value);
  if (value instanceof Whole) return String(value.value);
  if (value instanceof List) return `[${value.items.map(printed).join(' ')}]`;
  if (value instanceof Dictionary) {
    return `map[${sorted(value).map(([key, item]) => `${key}:${printed(item)}`).join(' ')}]`;
  }
  throw new UnsupportedCondition('a time or a duration as text');
}

/** A value as indented JSON. */
export function toJson(value: Value, indent = ''): string {
  const inner = `${indent}  `;
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new ConditionError(`JSON has no ${value}`);
    return printedNumber(value, 1e-6).replace(/e-0(\d)$/, 'e-$1');
  }
  if (typeof value === 'string') return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  if (value instanceof Whole) return String(value.value);
  if (value instanceof List) {
    if (value.missing) return 'null';
    return bracketed('[', value.items.map((item) => toJson(item, inner)), ']', indent);
  }
  if (value instanceof Dictionary) {
    if (value.key.kind !== 'string') throw new ConditionError('JSON has maps by text only');
    return bracketed('{', sorted(value).map(([key, item]) => `${JSON.stringify(key)}: ${toJson(item, inner)}`), '}', indent);
  }
  throw new UnsupportedCondition('a time or a duration as JSON');
}

function bracketed(open: string, lines: readonly string[], close: string, indent: string): string {
  if (lines.length === 0) return open + close;
  return `${open}\n${lines.map((line) => `${indent}  ${line}`).join(',\n')}\n${indent}${close}`;
}

function sorted(map: Dictionary): ReadonlyArray<readonly [string, Value]> {
  return [...map.entries.values()].map(({ key, value }) => [printed(key), value] as const).sort(([a], [b]) => (a < b ? -1 : 1));
}

// Go changes to an exponent earlier than JavaScript, and gives it two digits.
function printedNumber(value: number, smallest = 1e-4): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  if (Object.is(value, -0)) return '-0';
  const size = Math.abs(value);
  const text = size !== 0 && (size < smallest || size >= 1e21) ? value.toExponential() : plain(value);
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

function plain(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/0+$/, '') : text;
}
