/** One document of a text. */
export interface YamlDocument {
  readonly text: string;
  /** Where in the whole text it begins, in characters. */
  readonly offset: number;
  /** How many lines come before it. */
  readonly line: number;
  /** How many lines come before the first of what it says: its separator and comments are no part of that. */
  readonly firstLine: number;
}

/** Before a line `---`. Other characters that end a line of Unicode may stand in a text, and end none here. */
const SEPARATOR = /(?:^|(?<=\n))(?=---(?:\s|$))/;

/** A line that says something: no separator, no comment, no directive. */
const CONTENT = /^(?!---(?:\s*$|\s+#)|\s*(?:#|$)|%)/m;

/**
 * Takes a text apart at its lines `---`, as Kubernetes does, so that a document that cannot be read leaves the others. Comments alone
 * are no document, nor are the directives before one. JSON is one document.
 *
 * @see staging/src/k8s.io/apimachinery/pkg/util/yaml/decoder.go in kubernetes/kubernetes
 */
export function documentsIn(whole: string, isJson: boolean): readonly YamlDocument[] {
  if (isJson) return [{ text: whole, offset: 0, line: 0, firstLine: 0 }];
  const documents: YamlDocument[] = [];
  let line = 0;
  let offset = 0;
  for (const part of whole.split(SEPARATOR)) {
    const text = withoutDirectives(part);
    const begin = text.search(CONTENT);
    if (begin >= 0) documents.push({ text, offset, line, firstLine: line + linesIn(text.slice(0, begin)) });
    offset += part.length;
    line += linesIn(part);
  }
  return documents;
}

/** Directives behind the `...` of a document are about the next one, which Kubernetes reads without them. */
function withoutDirectives(text: string): string {
  return text.includes('\n%') ? text.replace(/^\.\.\.[^\n]*\n(?:[%#][^\n]*\n|[ \t\r]*\n)+(?![^])/m, '') : text;
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}
