import type { CORE_SCHEMA, load, loadAll } from 'js-yaml';
import { sizeProblem, TOO_DEEP } from './yaml-size';

/** What a text of YAML says, or what is wrong with it, in one line. */
export type YamlReading =
  | { readonly value: unknown; readonly problem?: undefined }
  | { readonly problem: string; readonly value?: undefined };

interface YamlError extends Error {
  readonly reason?: string;
  readonly mark?: { readonly line: number; readonly column: number };
}

/**
 * Reads YAML that stands inside of a ConfigMap, as JSON data: dates stay texts, and of two equal keys the last one wins, as for the
 * readers of Argo CD.
 */
export function readYaml(text: string): YamlReading {
  const { load, CORE_SCHEMA: schema } = reader();
  try {
    const value = load(text, { schema, json: true });
    const problem = sizeProblem(value, text);
    return problem === undefined ? { value } : { problem };
  } catch (error) {
    return { problem: problemOf(error as YamlError) };
  }
}

/** Reads YAML that people write for this library in the same way, but refuses a key that is there twice: one of the two would be lost. */
export function readSettingsYaml(text: string): YamlReading {
  const { load, CORE_SCHEMA: schema } = reader();
  try {
    load(text, { schema });
  } catch (error) {
    return { problem: problemOf(error as YamlError).replace('duplicated mapping key', 'a key stands here for the second time') };
  }
  return readYaml(text);
}

/** The documents of a file of YAML, read in the same way; none where it cannot be read. */
export function yamlDocuments(text: string): readonly unknown[] {
  const { loadAll, CORE_SCHEMA: schema } = reader();
  try {
    return loadAll(text, undefined, { schema, json: true }).filter((document) => sizeProblem(document, text) === undefined);
  } catch {
    return [];
  }
}

// Only manifests with YAML inside pay for it.
function reader(): Reader {
  return require('js-yaml') as Reader;
}

interface Reader {
  readonly CORE_SCHEMA: typeof CORE_SCHEMA;
  readonly load: typeof load;
  readonly loadAll: typeof loadAll;
}

function problemOf(error: YamlError): string {
  if (error instanceof RangeError) return TOO_DEEP;
  const { reason, mark, message } = error;
  const place = mark ? ` at line ${mark.line + 1}, character ${mark.column + 1}` : '';
  return `${reason ?? message.split('\n')[0]!}${place}`;
}
