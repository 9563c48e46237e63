import { pointer } from '../../manifests/pointer';
import type { Edit } from '../../validation/finding';
import { comparePointers } from '../../validation/order';
import { lintFiles, type LintOptions, type LintResult, type PlacedFinding } from '../lint-files';
import { isJson, type SourceDocument, type SourceFile } from '../source-document';
import { editedText } from './edit-text';

/** What came of mending files. */
export interface FixedFiles {
  /** The files that changed, with their new text. */
  readonly changed: readonly SourceFile[];
  /** What is gone now. */
  readonly mended: readonly PlacedFinding[];
  /** What an edit did not mend, or mended by making something else wrong: its document is as it was. */
  readonly undone: readonly PlacedFinding[];
  /** What is found in the files as they are now. */
  readonly result: LintResult;
}

/** An edit of one document, and what it is to mend. */
interface Attempt {
  readonly placed: PlacedFinding;
  readonly document: SourceDocument;
  readonly edit: Edit;
}

/**
 * Carries out the edits of the findings, and looks again: a document in which a finding is still there afterwards, or in which there are
 * more errors, is left as it was.
 *
 * @param asksFor whether a file, as it is shown, is to be mended
 */
export function fixFiles(files: readonly SourceFile[], options: LintOptions, asksFor: (file: string) => boolean = () => true): FixedFiles {
  const before = lintFiles(files, options);
  const attempts = before.findings.flatMap((placed): Attempt[] => {
    const { finding: { edit }, object } = placed;
    return edit && object?.document.file.absolute !== undefined && asksFor(object.document.file.path)
      ? [{ placed, document: object.document, edit: { ...edit, pointer: object.base + edit.pointer } }]
      : [];
  });
  if (attempts.length === 0) return { changed: [], mended: [], undone: [], result: before };

  // What has no certain place in the text is not tried.
  const tried = attempts.filter((attempt) => textWith(attempt) !== undefined);
  const refused = new Set<string>();
  for (;;) {
    const allowed = tried.filter(({ document }) => !refused.has(keyOf(document)));
    const edited = files.map((file) => editedFile(file, allowed.filter(({ document }) => document.file === file)));
    const result = lintFiles(edited, options);
    const bad = [...new Set(tried.map(({ document }) => document))].filter((document) =>
      !refused.has(keyOf(document)) && !isBetter(document, tried, before, result));
    if (bad.length === 0) {
      const isDone = (attempt: Attempt): boolean => tried.includes(attempt) && !refused.has(keyOf(attempt.document));
      return {
        changed: edited.filter((file, index) => file.text !== files[index]!.text),
        mended: attempts.filter(isDone).map(({ placed }) => placed),
        undone: attempts.filter((attempt) => !isDone(attempt)).map(({ placed }) => placed),
        result,
      };
    }
    for (const document of bad) refused.add(keyOf(document));
  }
}

/** From the end to the beginning, so that the places of the documents before stay. */
function editedFile(file: SourceFile, attempts: readonly Attempt[]): SourceFile {
  const documents = [...new Set(attempts.map(({ document }) => document))].sort((a, b) => b.offset - a.offset);
  let { text } = file;
  for (const { offset, text: old } of documents) {
    let mended = old;
    const edits = new Map(attempts.filter(({ document }) => document.offset === offset).map(({ edit }) => [JSON.stringify(edit), edit]));
    for (const edit of [...edits.values()].sort(inOrder)) mended = editedText(mended, edit, isJson(file)) ?? mended;
    text = text.slice(0, offset) + mended + text.slice(offset + old.length);
  }
  return text === file.text ? file : { ...file, text };
}

const TURN: Readonly<Record<Edit['op'], number>> = { set: 0, rename: 1, remove: 2 };

/** What changes no place comes first; of what does, the last place, so that those before stay. */
function inOrder(a: Edit, b: Edit): number {
  return TURN[a.op] - TURN[b.op] || comparePointers(b.pointer, a.pointer);
}

/**
 * Whether all that was tried in the document is mended, and nothing new is wrong in its file, except in what has its right name now and
 * was not looked at before.
 */
function isBetter(document: SourceDocument, attempts: readonly Attempt[], before: LintResult, after: LintResult): boolean {
  const own = attempts.filter((attempt) => attempt.document === document);
  if (!own.every(({ placed }) => countOf(placed, after) < countOf(placed, before))) return false;
  const renamed = own.flatMap(({ placed: { finding: { edit } } }) => (edit?.op === 'rename' ? [renamedPointer(edit)] : []));
  const file = document.file.path;
  const unreadable = ({ problems }: LintResult): number => problems.filter((problem) => problem.file === file).length;
  if (unreadable(after) > unreadable(before)) return false;
  return after.findings.every((placed) => {
    const { severity, pointer: at } = placed.finding;
    return severity !== 'error' || placed.object?.document.file.path !== file || countOf(placed, before) > 0
      || renamed.some((above) => `${at}/`.startsWith(`${above}/`));
  });
}

function renamedPointer({ pointer: old, value }: Extract<Edit, { op: 'rename' }>): string {
  return pointer(old.slice(0, old.lastIndexOf('/')), value);
}

function countOf({ finding, file }: PlacedFinding, { findings }: LintResult): number {
  const { rule, pointer, entry } = finding;
  return findings.filter((other) => {
    const its = other.finding;
    return other.file === file && its.rule === rule && its.pointer === pointer && its.entry?.id.name === entry?.id.name;
  }).length;
}

function textWith({ document, edit }: Attempt): string | undefined {
  return editedText(document.text, edit, isJson(document.file));
}

function keyOf({ file, offset }: SourceDocument): string {
  return `${offset} ${file.path}`;
}
