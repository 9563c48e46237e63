import { documentsIn } from '../languages/kubernetes-yaml/documents';
import type * as reading from '../languages/kubernetes-yaml/read-document';
import { InputError } from '../manifests/input-error';

/** A document of a text. */
export interface YamlDocument {
  readonly value: unknown;
  /** The line that it starts at, the first being 1. */
  readonly line: number;
  /** The same in words: `line 6 of the YAML (document 2 of 3)`. */
  readonly place: string;
}

/**
 * The documents of a text, read as Kubernetes and Argo CD read them: `on` is true, a date is text. Throws InputError with the document and
 * the line for what is no YAML, and for a key that is there twice, of which one would be lost.
 */
export function yamlDocuments(text: string, file?: string): readonly YamlDocument[] {
  // Tests that read no YAML need not load its parser.
  const { readDocument, UNRENDERED } = require('../languages/kubernetes-yaml/read-document') as typeof reading;
  const isJson = file?.endsWith('.json') ?? false;
  return documentsIn(text, isJson).map((document, index, { length }) => {
    const placeAt = (line: number, character: string): string =>
      `line ${line}${character} of ${file ?? 'the YAML'}${length > 1 ? ` (document ${index + 1} of ${length})` : ''}`;
    const { value, problem } = readDocument(document.text, isJson);
    if (problem) {
      const cure = problem.message === UNRENDERED ? '. read what comes out of helm template' : '';
      throw new InputError(`${placeAt(document.line + problem.line + 1, `, character ${problem.column + 1}`)}: ${problem.message}${cure}`);
    }
    const line = document.firstLine + 1;
    return { value, line, place: placeAt(line, '') };
  });
}
