import { isJsonObject, type JsonValue } from '../../../manifests/json';
import type { NotificationEntry } from './notifications-map';
import {
  CONDITION_FIELDS, type Fields, type FieldShape, SECTION_FIELDS, SERVICE_FIELDS, SUBSCRIPTION_FIELDS, WEBHOOK_FIELDS,
} from './shapes';

/** A field that cannot be read, or is passed over. */
export interface FieldProblem {
  /** Where in the YAML of the entry: `slack.attachments`. */
  readonly path: string;
  readonly received: string;
  /** What is wanted; nothing where the field itself is not known. */
  readonly wanted?: string;
  /** The fields that there are, where it is not one of these. */
  readonly known?: readonly string[];
}

const WORDS: Readonly<Record<FieldShape, string>> = {
  text: 'a text', number: 'a whole number', flag: 'true or false', texts: 'a list of texts', map: 'a map of texts', any: 'anything',
};

/** What is wrong with the options of a service. */
export function serviceProblems({ key, value }: NotificationEntry): FieldProblem[] {
  const type = key.split('.')[1]!;
  return Object.hasOwn(SERVICE_FIELDS, type) ? inMap(value, SERVICE_FIELDS[type as keyof typeof SERVICE_FIELDS], '') : [];
}

/** What is wrong with the sections of a template. */
export function templateProblems({ value }: NotificationEntry): FieldProblem[] {
  if (!isJsonObject(value)) return inMap(value, {}, '');
  return Object.entries(value).flatMap(([name, section]): FieldProblem[] => {
    const key = Object.keys(SECTION_FIELDS).find((known) => known.toLowerCase() === name.toLowerCase());
    if (key !== undefined) return inMap(section, SECTION_FIELDS[key]!, name);
    if (name.toLowerCase() === 'message') return ofShape(section, 'text', name);
    if (name.toLowerCase() === 'webhook') {
      if (!isJsonObject(section)) return inMap(section, {}, name);
      return Object.entries(section).flatMap(([webhook, options]) => inMap(options, WEBHOOK_FIELDS, `${name}.${webhook}`));
    }
    return [{ path: name, received: name, known: ['message', 'webhook', ...Object.keys(SECTION_FIELDS)] }];
  });
}

/** What is wrong with the conditions of a trigger. */
export function triggerProblems({ value }: NotificationEntry): FieldProblem[] {
  return inList(value, CONDITION_FIELDS);
}

/** What is wrong with the default subscriptions. */
export function subscriptionProblems({ value }: NotificationEntry): FieldProblem[] {
  return inList(value, SUBSCRIPTION_FIELDS);
}

/** What is wrong with a value that has to be of one shape. */
export function ofShape(value: JsonValue | undefined, shape: FieldShape, path: string): FieldProblem[] {
  return value === undefined || value === null || fits(value, shape) ? [] : [{ path, received: shownAs(value), wanted: WORDS[shape] }];
}

function inList(value: JsonValue | undefined, fields: Fields): FieldProblem[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return [{ path: '', received: shownAs(value), wanted: `a list of ${Object.keys(fields).join(', ')}` }];
  return (value as readonly JsonValue[]).flatMap((item, i) => inMap(item, fields, `[${i}]`));
}

function inMap(value: JsonValue | undefined, fields: Fields, path: string): FieldProblem[] {
  if (value === undefined || value === null) return [];
  if (!isJsonObject(value)) return [{ path, received: shownAs(value), wanted: 'a map' }];
  return Object.entries(value).flatMap(([name, field]): FieldProblem[] => {
    const at = path === '' ? name : `${path}.${name}`;
    // The reader does not tell capitals from small letters.
    const known = Object.keys(fields).find((one) => one.toLowerCase() === name.toLowerCase());
    return known === undefined ? [{ path: at, received: name, known: Object.keys(fields) }] : ofShape(field, fields[known]!, at);
  });
}

function fits(value: JsonValue, shape: FieldShape): boolean {
  switch (shape) {
    case 'any': return true;
    case 'text': return isScalar(value);
    case 'number': return typeof value === 'number' && Number.isInteger(value);
    case 'flag': return typeof value === 'boolean';
    case 'texts': return Array.isArray(value) && (value as readonly JsonValue[]).every((item) => item === null || isScalar(item));
    case 'map': return isJsonObject(value) && Object.values(value).every((item) => item === null || item === undefined || isScalar(item));
  }
}

function isScalar(value: JsonValue): boolean {
  return typeof value !== 'object';
}

function shownAs(value: JsonValue): string {
  return Array.isArray(value) ? 'a list' : isJsonObject(value) ? 'a map' : JSON.stringify(value);
}
