import type { ValueType } from './schema';

const LONGEST = 60;

const PHRASES: Readonly<Record<ValueType, string>> = {
  any: 'anything',
  object: 'an object',
  array: 'a list',
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'true or false',
  intOrString: 'an integer or a string',
  quantity: 'a quantity',
};

const NAMES: Readonly<Record<ValueType, string>> = {
  ...PHRASES, object: 'object', array: 'list', string: 'string', integer: 'integer', number: 'number', boolean: 'true or false',
  intOrString: 'integer or string', quantity: 'quantity',
};

/** Texts that are values of a type once their quotes are gone. */
const UNQUOTED: Partial<Record<ValueType, RegExp>> = { integer: /^-?\d+$/, number: /^-?\d+(\.\d+)?$/, boolean: /^(true|false)$/ };

/** Types that a bigint of a program was probably meant for. */
const NUMBERS: readonly ValueType[] = ['integer', 'number', 'intOrString'];

/** The value as a message quotes it. */
export function shown(value: unknown): string {
  return shortened(jsonText(value));
}

/** The text, without its end where that is too long for a message. */
export function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 3)}...` : text;
}

/** The value as JSON. What has no JSON, such as a bigint of a program, is written as in a program. */
export function jsonText(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  // A function that looks at each value makes it slow, and hardly a value needs one.
  if (typeof value === 'string') return JSON.stringify(value);
  const text: string | undefined = JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? `${inner}n` : inner));
  return text ?? String(value);
}

/** What a value is, in words: `a string`, `a list`. */
export function kindOfValue(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'object': return 'an object';
    case 'string': return 'a string';
    case 'boolean': return 'a boolean';
    case 'number': return Number.isInteger(value) ? 'an integer' : 'a fraction';
    default: return `a ${typeof value}`;
  }
}

/** What belongs at a place, in words: `an integer`. */
export function phraseOf(type: ValueType): string {
  return PHRASES[type];
}

/** What belongs at a place, as a name: `integer`. */
export function nameOf(type: ValueType): string {
  return NAMES[type];
}

/** The value that was certainly meant: a number or a boolean in quotes, or a text without them. */
export function meantBy(value: unknown, type: ValueType): string | number | boolean | undefined {
  if (typeof value === 'string' && UNQUOTED[type]?.test(value)) return JSON.parse(value.replace(/^(-?)0+(?=\d)/, '$1')) as number | boolean;
  // It may have been written otherwise, such as 1.10 or yes: whoever edits a text takes what stands there.
  return type === 'string' && (typeof value === 'number' || typeof value === 'boolean') ? String(value) : undefined;
}

/** How to turn the value into one of the type, where that is plain. */
export function cureOf(value: unknown, type: ValueType): string | undefined {
  if (type === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return `put it in quotes: "${String(value)}"`;
  if (typeof value === 'bigint' && NUMBERS.includes(type)) return `write a number: ${value}`;
  if (typeof value === 'string') {
    if (UNQUOTED[type]?.test(value)) return `write it without quotes: ${value}`;
  }
  if (type === 'array' && value !== null) return `make it a list with one item: [${shown(value)}]`;
  if (type === 'object' && Array.isArray(value) && value.length === 1) return 'write it without the list: only one is possible here';
  return undefined;
}
