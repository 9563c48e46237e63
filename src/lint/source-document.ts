import type { InputProblem } from './input-problem';

/** A file, or what came in by stdin. */
export interface SourceFile {
  /** As it is shown: relative to the working directory, with slashes; `<stdin>` for what came in there. */
  readonly path: string;
  /** Where it can be written to again; absent for stdin. */
  readonly absolute?: string;
  readonly text: string;
}

/** One document of a file, as text. */
export interface SourceDocument {
  readonly file: SourceFile;
  readonly text: string;
  /** Where in the file the text begins, in characters. */
  readonly offset: number;
  /** How many lines of the file come before it. */
  readonly line: number;
  /** The template of a Helm chart that it was rendered from, as `helm template` writes above each document. */
  readonly template?: string;
}

/**
 * Takes the documents of a file apart at its lines `---`, as Kubernetes does, so that one that cannot be read leaves the others.
 *
 * @see staging/src/k8s.io/apimachinery/pkg/util/yaml/decoder.go in kubernetes/kubernetes
 */
export function documentsOf(file: SourceFile): readonly SourceDocument[] {
  if (file.path.endsWith('.json')) return [{ file, text: file.text, offset: 0, line: 0 }];
  const documents: SourceDocument[] = [];
  let line = 0;
  let offset = 0;
  for (const part of file.text.split(/^(?=---(?:\s|$))/m)) {
    const text = withoutDirectives(part);
    // Comments alone are no document, nor are the directives before one.
    if (/^(?!---(?:\s*$|\s+#)|\s*(?:#|$)|%)/m.test(text)) documents.push({ file, text, offset, line, ...templateOf(text) });
    offset += part.length;
    line += part.split('\n').length - 1;
  }
  return documents;
}

/** Directives behind the `...` of a document are about the next one, which Kubernetes reads without them. */
function withoutDirectives(text: string): string {
  return text.includes('\n%') ? text.replace(/^\.\.\.[^\n]*\n(?:[%#][^\n]*\n|[ \t\r]*\n)+(?![^])/m, '') : text;
}

/** The place in the file of a line and a column of a document, both counted from 0. */
export function placeIn(document: SourceDocument, line: number, column: number): Required<Pick<InputProblem, 'line' | 'column'>> {
  return { line: document.line + line + 1, column: column + 1 };
}

function templateOf(text: string): { readonly template?: string } {
  const [, template] = /^(?:---[^\n]*\n)?# Source: (\S+)\s*$/m.exec(text.slice(0, 1000)) ?? [];
  return template === undefined ? {} : { template };
}
