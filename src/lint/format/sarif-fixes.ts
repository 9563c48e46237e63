import { editOf } from '../fix/edit-of';
import { editedText } from '../fix/edit-text';
import type { PlacedFinding } from '../lint-files';
import { pathInRepository } from '../repository-place';
import { isJson, placeIn, type SourceDocument } from '../source-document';
import { uriOf } from './uri';

/** The edit of a finding as the text that changes, for tools that apply fixes of SARIF. Nothing where it has no certain place. */
export function fixesOf({ finding, object }: PlacedFinding, place: string): object {
  if (object?.document.file.absolute === undefined) return {};
  const edit = editOf(finding, object);
  if (!edit) return {};
  const { fix } = finding;
  const { document } = object;
  const { text, file: { path } } = document;
  const edited = editedText(text, edit, isJson(document.file));
  if (edited === undefined) return {};
  const start = sameAtBegin(text, edited);
  const rest = sameAtBegin(backwards(text.slice(start)), backwards(edited.slice(start)));
  const [begin, end] = [placeAt(document, start), placeAt(document, text.length - rest)];
  return {
    fixes: [{
      ...(fix !== undefined && { description: { text: fix } }),
      artifactChanges: [{
        artifactLocation: { uri: uriOf(pathInRepository(path, place)) },
        replacements: [{
          deletedRegion: { startLine: begin.line, startColumn: begin.column, endLine: end.line, endColumn: end.column },
          insertedContent: { text: edited.slice(start, edited.length - rest) },
        }],
      }],
    }],
  };
}

function placeAt(document: SourceDocument, at: number): { readonly line: number; readonly column: number } {
  const before = document.text.slice(0, at).split('\n');
  return placeIn(document, before.length - 1, before.at(-1)!.length);
}

function sameAtBegin(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count++;
  return count;
}

function backwards(text: string): string {
  return text.split('').reverse().join('');
}
