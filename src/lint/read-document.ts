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
    const value = document.file.path.endsWith('.json') ? jsonOf(document.text) : load(document.text, READING);
    const problem = sizeProblem(value, document.text);
    if (problem !== undefined) return { problem: { file: document.file.path, ...placeIn(document, 0, 0), message: problem } };
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

function problemOf(error: YamlError, document: SourceDocument): InputProblem {
  const { reason, mark } = error;
  const file = document.file.path;
  if (error instanceof RangeError) return { file, ...placeIn(document, 0, 0), message: TOO_DEEP };
  if (!reason) return { file, ...placeIn(document, 0, 0), message: `it is no JSON: ${lowerFirst(error.message.split('\n')[0]!)}` };
  const line = document.text.split('\n')[mark?.line ?? 0] ?? '';
  const isTab = /^\s*\t/.test(line);
  const cure = isTab ? CURES[1]![1] : CURES.find(([pattern]) => pattern.test(reason))?.[1];
  return { file, ...placeIn(document, mark?.line ?? 0, mark?.column ?? 0), message: cure ?? `it is no ${file.endsWith('.json') ? 'JSON' : 'YAML'}: ${lowerFirst(reason)}` };
}

/** Node does not say where JSON is wrong. Most of what is no JSON is no YAML either, and then that is known. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    load(text.replaceAll('\t', ' '), READING);
    throw error;
  }
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
