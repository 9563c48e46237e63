import { load, type LoadOptions } from 'js-yaml';
import { sizeProblem, TOO_DEEP } from '../languages/yaml-size';
import type { InputProblem } from './input-problem';
import { KUBERNETES_SCHEMA } from './kubernetes-yaml';
import { placeIn, type SourceDocument } from './source-document';

/** What a document says, or why it cannot be read. */
export type DocumentReading =
  | { readonly value: unknown; readonly problem?: undefined }
  | { readonly problem: InputProblem; readonly value?: undefined };

/** How js-yaml reads them. */
export const READING: LoadOptions & { readonly maxDepth: number } = { schema: KUBERNETES_SCHEMA, maxDepth: 600 };

/** Reads a document as Kubernetes does; a key that is there twice is refused, where Kubernetes would take the last in silence. */
export function readDocument(document: SourceDocument): DocumentReading {
  try {
    const value = document.file.path.endsWith('.json') ? jsonOf(document.text) : load(withoutMark(document.text), READING);
    const problem = sizeProblem(value, document.text);
    if (problem !== undefined) return { problem: { file: document.file.path, ...placeIn(document, 0, 0), message: problem } };
    if (KEY_IN_BRACES.test(document.text) && hasMapAsKey(value)) return { problem: mapAsKeyProblem(document) };
    // What aliases share becomes a copy each, as for Kubernetes.
    return { value: /[*]/.test(document.text) && isShared(value) ? structuredCopy(value) : value };
  } catch (error) {
    return { problem: problemOf(error as YamlError, document) };
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

const UNRENDERED = 'it is a template, and no YAML before it is rendered. lint what comes out: helm template ... | cdk8s-argo lint -';

/** What looks as if braces were the key of a field: `{{ x }}`, `{a: b}: c`, `? {a: b}`. */
const KEY_IN_BRACES = /\{\s*\{|\}\s*:|^\s*\?\s/m;

/** How js-yaml writes a key that is a map. */
const MAP_AS_KEY = '[object Object]';

function hasMapAsKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, MAP_AS_KEY) || Object.values(value).some(hasMapAsKey);
}

function mapAsKeyProblem(document: SourceDocument): InputProblem {
  const isTemplate = TEMPLATE.test(document.text);
  const [before = ''] = document.text.split(isTemplate ? TEMPLATE : KEY_IN_BRACES, 1);
  const message = isTemplate ? UNRENDERED : 'the name of a field is a map, which Kubernetes refuses. write a text';
  return { file: document.file.path, ...placeIn(document, before.split('\n').length - 1, 0), message };
}

const JSON_PLACE = / (?:in JSON )?at position (\d+)(?: \(line \d+ column \d+\))?/;

function jsonPlace(message: string, document: SourceDocument): Required<Pick<InputProblem, 'line' | 'column'>> {
  const [, at] = JSON_PLACE.exec(message) ?? [];
  const before = document.text.slice(0, at === undefined ? 0 : Number(at)).split('\n');
  return placeIn(document, before.length - 1, before.at(-1)!.length);
}

/** A byte order mark in the middle of a file, which was put together from several: Kubernetes passes over it at the begin of a document. */
function withoutMark(text: string): string {
  return text.includes('\uFEFF') ? text.replace(/^(---[^\n]*\n)?\uFEFF/, '$1') : text;
}

function problemOf(error: YamlError, document: SourceDocument): InputProblem {
  const { reason, mark } = error;
  const file = document.file.path;
  if (error instanceof RangeError) return { file, ...placeIn(document, 0, 0), message: TOO_DEEP };
  if (!reason) return { file, ...jsonPlace(error.message, document), message: `it is no JSON: ${lowerFirst(error.message.split('\n')[0]!.replace(JSON_PLACE, ''))}` };
  const line = document.text.split('\n')[mark?.line ?? 0] ?? '';
  const isTab = /^\s*\t/.test(line) && !file.endsWith('.json');
  const cure = isTab ? CURES[1]![1] : CURES.find(([pattern]) => pattern.test(reason))?.[1]
    ?? (TEMPLATE.test(document.text) ? UNRENDERED : undefined);
  return { file, ...placeIn(document, mark?.line ?? 0, mark?.column ?? 0), message: cure ?? `it is no ${file.endsWith('.json') ? 'JSON' : 'YAML'}: ${lowerFirst(reason)}` };
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
