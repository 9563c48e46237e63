import type * as yaml from 'yaml';
import { InputError } from '../manifests/input-error';

/** A document of a text. */
export interface YamlDocument {
  readonly value: unknown;
  /** The line that it starts at, the first being 1. */
  readonly line: number;
}

// What YAML 1.1 knows and the reader of Argo CD (sigs.k8s.io/yaml) does not, or what JSON cannot say.
const OTHER_TYPES = ['binary', 'omap', 'pairs', 'set', 'timestamp'];

/**
 * The documents of a text, read as Argo CD reads them: `on` is true, a date is text. Throws InputError with the line for what is no
 * YAML, and for a key that is there twice, of which one would be lost.
 */
export function yamlDocuments(text: string): readonly YamlDocument[] {
  // Tests that read no YAML need not load its parser.
  const { LineCounter, parseAllDocuments } = require('yaml') as typeof yaml;
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, {
    version: '1.1', lineCounter, prettyErrors: false, logLevel: 'silent',
    customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || !isOther(tag)),
  });
  return [...documents].map((document) => {
    const [error] = document.errors;
    if (error) {
      const { line, col } = lineCounter.linePos(error.pos[0]);
      throw new InputError(`the YAML cannot be read: ${error.message} at line ${line}, character ${col}`);
    }
    return { value: document.toJS() as unknown, line: lineCounter.linePos(document.contents?.range?.[0] ?? document.range[0]).line };
  });
}

function isOther({ tag, format }: yaml.CollectionTag | yaml.ScalarTag & { readonly format?: string }): boolean {
  return OTHER_TYPES.some((name) => tag === `tag:yaml.org,2002:${name}`) || format === 'TIME';
}
