import type { CORE_SCHEMA, load } from 'js-yaml';

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
  // Only manifests with YAML inside pay for the reader.
  const yaml = require('js-yaml') as { readonly load: typeof load; readonly CORE_SCHEMA: typeof CORE_SCHEMA };
  try {
    return { value: yaml.load(text, { schema: yaml.CORE_SCHEMA, json: true }) };
  } catch (error) {
    return { problem: problemOf(error as YamlError) };
  }
}

function problemOf({ reason, mark, message }: YamlError): string {
  const place = mark ? ` at line ${mark.line + 1}, character ${mark.column + 1}` : '';
  return `${reason ?? message.split('\n')[0]!}${place}`;
}
