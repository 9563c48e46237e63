import { type DocumentReading, readDocument as read, UNRENDERED } from '../languages/kubernetes-yaml/read-document';
import type { InputProblem } from './input-problem';
import { isJson, placeIn, type SourceDocument } from './source-document';

/** Reads a document of a file as Kubernetes does: what it says, or why it cannot be read and where in the file. */
export function readDocument(document: SourceDocument): DocumentReading<InputProblem> {
  const { value, problem } = read(document.text, isJson(document.file));
  if (problem === undefined) return { value };
  const message = problem.message === UNRENDERED ? `${UNRENDERED}. lint what comes out: helm template ... | cdk8s-argo lint -` : problem.message;
  return { problem: { file: document.file.path, ...placeIn(document, problem.line, problem.column), message } };
}
