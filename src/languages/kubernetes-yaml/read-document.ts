import { load, type LoadOptions } from 'js-yaml';
import { sizeProblem, TOO_DEEP } from '../yaml-size';
import { KUBERNETES_SCHEMA } from './schema';

/** Why a document cannot be read, and where in it. */
export interface ReadingProblem {
  /** Counted from 0. */
  readonly line: number;
  /** Counted from 0. */
  readonly column: number;
  /** One line, lower case: what is wrong and what to do. */
  readonly message: string;
}

/** What a document says, or why it cannot be read. */
export type DocumentReading<Problem = ReadingProblem> =
  | { readonly value: unknown; readonly problem?: undefined }
  | { readonly problem: Problem; readonly value?: undefined };

/** How js-yaml reads them. */
export const READING: LoadOptions & { readonly maxDepth: number } = { schema: KUBERNETES_SCHEMA, maxDepth: 600 };

/** Reads a document as Kubernetes does; a key that is there twice is refused, where Kubernetes would take the last in silence. */
export function readDocument(text: string, isJson: boolean): DocumentReading {
  try {
    const value = isJson ? jsonOf(text) : load(withoutMark(text), READING);
    const problem = sizeProblem(value, text);
    if (problem !== undefined) return { problem: { line: 0, column: 0, message: problem } };
    if (KEY_IN_BRACES.test(text) && hasMapAsKey(value)) return { problem: mapAsKeyProblem(text) };
    // What aliases share becomes a copy each, as for Kubernetes.
    return { value: /[*]/.test(text) && isShared(value) ? structuredCopy(value) : value };
  } catch (error) {
    return { problem: problemOf(error as YamlError, text, isJson) };
  }
}

interface YamlError extends Error {
  readonly reason?: string;
  readonly mark?: { readonly line: number; readonly column: number };
}

const CURES: ReadonlyArray<readonly [RegExp, string]> = [
  [/duplicated mapping key/, 'a key stands here for the second time. Kubernetes would take the last one in silence: keep one'],
  [/tab characters/, 'a tab is used to indent. YAML wants spaces'],
  [/maxDepth/, TOO_DEEP],
  [/non-printable/, 'a character cannot be printed, so this is hardly YAML'],
];

/** A line that begins with an action of a template, or has one as a value without quotes. */
const TEMPLATE = /^(?:[^'"#\n]*[:-])?[ \t]*\{\{/m;

/** What is said of a template of Helm. */
export const UNRENDERED = 'it is a template, and no YAML before it is rendered';

/** What looks as if braces were the key of a field: `{{ x }}`, `{a: b}: c`, `? {a: b}`. */
const KEY_IN_BRACES = /\{\s*\{|\}\s*:|^\s*\?\s/m;

/** How js-yaml writes a key that is a map. */
const MAP_AS_KEY = '[object Object]';

function hasMapAsKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, MAP_AS_KEY) || Object.values(value).some(hasMapAsKey);
}

function mapAsKeyProblem(text: string): ReadingProblem {
  const isTemplate = TEMPLATE.test(text);
  const [before = ''] = text.split(isTemplate ? TEMPLATE : KEY_IN_BRACES, 1);
  const message = isTemplate ? UNRENDERED : 'the name of a field is a map, which Kubernetes refuses. write a text';
  return { line: before.split('\n').length - 1, column: 0, message };
}

const JSON_PLACE = / (?:in JSON )?at position (\d+)(?: \(line \d+ column \d+\))?/;

function jsonProblem(message: string, text: string): ReadingProblem {
  const [, at] = JSON_PLACE.exec(message) ?? [];
  const before = text.slice(0, at === undefined ? 0 : Number(at)).split('\n');
  const reason = lowerFirst(message.split('\n')[0]!.replace(JSON_PLACE, ''));
  return { line: before.length - 1, column: before.at(-1)!.length, message: `it is no JSON: ${reason}` };
}

/** A byte order mark in the middle of a file, which was put together from several: Kubernetes passes over it at the begin of a document. */
function withoutMark(text: string): string {
  return text.includes('\uFEFF') ? text.replace(/^(---[^\n]*\n)?\uFEFF/, '$1') : text;
}

function problemOf(error: YamlError, text: string, isJson: boolean): ReadingProblem {
  const { reason, mark: { line, column } = { line: 0, column: 0 } } = error;
  if (error instanceof RangeError) return { line: 0, column: 0, message: TOO_DEEP };
  if (!reason) return jsonProblem(error.message, text);
  const isTab = !isJson && /^\s*\t/.test(text.split('\n')[line] ?? '');
  const cure = isTab ? CURES[1]![1] : CURES.find(([pattern]) => pattern.test(reason))?.[1]
    ?? (TEMPLATE.test(text) ? UNRENDERED : undefined);
  return { line, column, message: cure ?? `it is no ${isJson ? 'JSON' : 'YAML'}: ${lowerFirst(reason)}` };
}

/**
 * Node does not always say where JSON is wrong, and takes the last of two keys. Most of what is no JSON is no YAML either, and a key that
 * is there twice is refused in YAML.
 */
function jsonOf(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    load(text.replaceAll('\t', ' '), READING);
    throw error;
  }
  try {
    load(text.replaceAll('\t', ' '), READING);
  } catch (error) {
    if (/duplicated mapping key/.test((error as YamlError).reason ?? '')) throw error;
  }
  return value;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

function isShared(value: unknown, seen = new Set<object>()): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (seen.has(value)) return true;
  seen.add(value);
  return Object.values(value).some((inner) => isShared(inner, seen));
}

function structuredCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structuredCopy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, structuredCopy(inner)]));
}
