import { isJsonObject, type JsonValue } from '../manifests/json';
import { described } from './described';
import type { WantedJson } from './matcher';

/** More of a value than this nobody reads in a message. */
const LONGEST = 160;

/** A value in one line of a message, cut where it is long. */
export function shown(value: WantedJson | JsonValue): string {
  const text = textOf(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
}

function textOf(value: WantedJson | JsonValue): string {
  if (value === undefined) return 'absent';
  const matcher = described(value, '');
  if (matcher) return `<${matcher.description}>`;
  if (Array.isArray(value)) return `[${value.map((item: WantedJson) => textOf(item)).join(', ')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, field]) => `${/^[\w-]+$/.test(key) ? key : JSON.stringify(key)}: ${textOf(field)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}
