import { documentsIn, type YamlDocument } from '../languages/kubernetes-yaml/documents';
import type { InputProblem } from './input-problem';

/** A file, or what came in by stdin. */
export interface SourceFile {
  /** As it is shown: relative to the working directory, with slashes; `<stdin>` for what came in there. */
  readonly path: string;
  /** Where it can be written to again; absent for stdin and pipes. */
  readonly absolute?: string;
  readonly text: string;
  /**
   * Whether a byte order mark stands before the text.
   *
   * @default false
   */
  readonly hasMark?: boolean;
}

/** One document of a file, as text. */
export interface SourceDocument extends YamlDocument {
  readonly file: SourceFile;
  /** The template of a Helm chart that it was rendered from, as `helm template` writes above each document. */
  readonly template?: string;
}

/** The documents of a file. */
export function documentsOf(file: SourceFile): readonly SourceDocument[] {
  // A file on disk is where its lines are, whatever a comment in it says.
  const isRendered = file.absolute === undefined;
  return documentsIn(file.text, isJson(file)).map((document) => ({ file, ...document, ...isRendered && templateOf(document.text) }));
}

/** Whether it is JSON, which is read by its own rules. */
export function isJson({ path }: SourceFile): boolean {
  return path.endsWith('.json');
}

/** The place in the file of a line and a column of a document, both counted from 0. */
export function placeIn(document: SourceDocument, line: number, column: number): Required<Pick<InputProblem, 'line' | 'column'>> {
  return { line: document.line + line + 1, column: column + 1 };
}

function templateOf(text: string): { readonly template?: string } {
  const [, template] = /^---[ \t]*\r?\n# Source: (\S+)[ \t]*\r?\n/.exec(text.slice(0, 1000)) ?? [];
  return template === undefined || template.includes('://') ? {} : { template };
}
