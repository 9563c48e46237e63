import { printedFloat } from '../format';
import type { GoFunctions } from '../signature';
import { UnknownOutcome } from '../template-error';
import { fromJson, GoMap, type GoValue, isList, Unknown, Whole } from '../values';
import { toYaml } from './to-yaml';

/** Functions that write and read other forms of a value. @see defaults.go and strings.go in Masterminds/sprig */
export const ENCODING_FUNCTIONS: GoFunctions = {
  toJson: { takes: 'a', call: toJson },
  mustToJson: { takes: 'a', call: toJson },
  toRawJson: { takes: 'a', call: (value: GoValue) => rawJson(value) },
  fromJson: { takes: 's', call: (text: string) => parsedJson(text) },
  b64enc: { takes: 's', call: (text: string) => Buffer.from(text).toString('base64') },
  b64dec: { takes: 's', call: decoded },
  toYaml: { takes: 'a', call: toYaml },
  base: { takes: 's', call: (path: string) => (path === '' ? '.' : path.replace(/\/+$/, '').split('/').at(-1) || '/') },
};

// Go writes these letters of HTML as numbers.
function toJson(value: GoValue): string {
  return rawJson(value).replace(/[<>&\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A value as JSON, with sorted keys, as Go writes it. */
export function rawJson(value: GoValue): string {
  if (value === undefined || value === null) return 'null';
  if (value instanceof Unknown) throw new UnknownOutcome(value.what);
  if (value instanceof Whole) return String(value.value);
  if (value instanceof GoMap) return `{${value.sorted.map(([key, item]) => `${rawJson(key)}:${rawJson(item)}`).join(',')}}`;
  if (isList(value)) return `[${value.map(rawJson).join(',')}]`;
  if (typeof value === 'string' && /[\x00-\x1f\x7f]/.test(value.replace(/[\n\r\t]/g, ''))) throw new UnknownOutcome('control characters as JSON');
  if (typeof value === 'number' && (Math.abs(value) >= 1e21 || (value !== 0 && Math.abs(value) < 1e-6))) throw new UnknownOutcome(`${printedFloat(value)} as JSON`);
  return JSON.stringify(value);
}

function parsedJson(text: string): GoValue {
  try {
    return fromJson(JSON.parse(text));
  } catch {
    return null;
  }
}

function decoded(text: string): string {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) throw new UnknownOutcome('what b64dec says of text that is no base64');
  return bytes.toString('utf8');
}
