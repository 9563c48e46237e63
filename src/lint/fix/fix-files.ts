import { pointer } from '../../manifests/pointer';
import type { Edit, Finding } from '../../validation/finding';
import { comparePointers } from '../../validation/order';
import { lintFiles, type LintOptions, type LintResult, type PlacedFinding } from '../lint-files';
import { isJson, type SourceDocument, type SourceFile } from '../source-document';
import { isAlike } from './alias-effects';
import { editOf } from './edit-of';
import { editedText } from './edit-text';

/** What came of mending files. */
export interface FixedFiles {
  /** The files that changed, with their new text. */
  readonly changed: readonly SourceFile[];
  /** What is gone now. */
  readonly mended: readonly PlacedFinding[];
  /** What an edit did not mend, or mended by making something else wrong. */
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

/** A right name may show what else is wrong, whose mending may show more. What goes round in circles ends here. */
const MOST_ROUNDS = 8;

/**
 * Carries out the edits of the findings, and looks again until nothing more is to be mended: what is still found afterwards is not edited,
 * and a document in which there are more errors is left as it was.
 *
 * @param asksFor whether a file, as it is shown, is to be mended
 */
export function fixFiles(files: readonly SourceFile[], options: LintOptions, asksFor: (file: string) => boolean = () => true): FixedFiles {
  let round = fixOnce(files, lintFiles(files, options), options, asksFor);
  const mended = [...round.mended];
  for (let count = 1; count < MOST_ROUNDS && round.isChanged; count++) {
    round = fixOnce(round.files, round.result, options, asksFor);
    mended.push(...round.mended);
  }
  const { undone, result } = round;
  return { changed: round.files.filter((file, index) => file.text !== files[index]!.text), mended, undone, result };
}

/** What came of the edits of one look. */
interface Round extends Omit<FixedFiles, 'changed'> {
  readonly files: readonly SourceFile[];
  readonly isChanged: boolean;
}

function fixOnce(files: readonly SourceFile[], before: LintResult, options: LintOptions, asksFor: (file: string) => boolean): Round {
  const mendable = before.findings.map(({ finding }) => finding).filter(({ edit, inside }) => edit && inside !== undefined);
  const attempts = before.findings.flatMap((placed): Attempt[] => {
    const { finding, object } = placed;
    if (object?.document.file.absolute === undefined || !asksFor(object.document.file.path)) return [];
    const edit = editOf(finding, object, mendable);
    return edit ? [{ placed, document: object.document, edit }] : [];
  });
  if (attempts.length === 0) return { files, isChanged: false, mended: [], undone: [], result: before };

  const edits = new Map<SourceDocument, Edit[]>();
  for (const { document, edit } of attempts) {
    const own = edits.get(document);
    if (own) own.push(edit);
    else edits.set(document, [edit]);
  }
  // What has no certain place in the text is not tried.
  const tried = attempts.filter(({ document, edit }) =>
    editedText(document.text, edit, isJson(document.file), edits.get(document)) !== undefined);
  const refused = new Set<Attempt>();
  for (;;) {
    const allowed = tried.filter((attempt) => !refused.has(attempt));
    const edited = files.map((file) => editedFile(file, allowed.filter(({ document }) => document.file === file), edits));
    const result = lintFiles(edited, options);
    const bad = [...new Set(allowed.map(({ document }) => document))].flatMap((document) => toRefuse(document, allowed, before, result));
    for (const attempt of bad) refused.add(attempt);
    if (bad.length > 0) continue;
    const isDone = (attempt: Attempt): boolean => allowed.includes(attempt)
      || (!tried.includes(attempt) && isMended(attempt, before, result) && allowed.some((other) => isSameBehindAlias(attempt, other)));
    return {
      files: edited,
      isChanged: edited.some((file, index) => file.text !== files[index]!.text),
      mended: attempts.filter(isDone).map(({ placed }) => placed),
      undone: attempts.filter((attempt) => !isDone(attempt)).map(({ placed }) => placed),
      result,
    };
  }
}

/** An edit at an anchor is one at each alias too. */
function isSameBehindAlias(attempt: Attempt, other: Attempt): boolean {
  return attempt.document === other.document && isAlike(attempt.edit, other.edit);
}

/** From the end to the beginning, so that the places of the documents before stay. */
function editedFile(file: SourceFile, attempts: readonly Attempt[], all: ReadonlyMap<SourceDocument, readonly Edit[]>): SourceFile {
  const documents = [...new Set(attempts.map(({ document }) => document))].sort((a, b) => b.offset - a.offset);
  let { text } = file;
  for (const document of documents) {
    const { offset, text: old } = document;
    let mended = old;
    const edits = new Map(attempts.filter((one) => one.document === document).map(({ edit }) => [JSON.stringify(edit), edit]));
    for (const edit of [...edits.values()].sort(inOrder)) mended = editedText(mended, edit, isJson(file), all.get(document)) ?? mended;
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
 * What is not to be tried again: edits that mend nothing, or all of a document, where something new is wrong in its file, except in what
 * has its right name now and was not looked at before.
 */
function toRefuse(document: SourceDocument, attempts: readonly Attempt[], before: LintResult, after: LintResult): readonly Attempt[] {
  const own = attempts.filter((attempt) => attempt.document === document);
  const idle = own.filter((attempt) => !isMended(attempt, before, after));
  if (idle.length > 0) return idle;
  // What is right in one document of a file is no reason against the others.
  const ofFile = attempts.filter((attempt) => attempt.document.file === document.file);
  const beside = ofFile.map(({ placed }) => placed.finding);
  const renamed = beside.flatMap(({ edit }) => (edit?.op === 'rename' ? [renamedPointer(edit)] : []));
  const isReadNow = ({ entry }: Finding): boolean => beside.some(({ edit, entry: misnamed }) => edit?.op === 'set' && edit.pointer === '/kind'
    && entry?.id.kind === edit.value && entry.id.name === misnamed?.id.name);
  const file = document.file.path;
  const unreadable = ({ problems }: LintResult): number => problems.filter((problem) => problem.file === file).length;
  if (unreadable(after) > unreadable(before)) return own;
  const isSound = after.findings.every((placed) => {
    const { severity, pointer: at } = placed.finding;
    return severity !== 'error' || placed.object?.document.file.path !== file || countOf(placed, before) > 0
      || renamed.some((above) => `${at}/`.startsWith(`${above}/`)) || isReadNow(placed.finding);
  });
  if (isSound) return [];
  // Another version asks for other fields, which is no reason against the other edits.
  const isVersion = ({ edit }: Attempt): boolean => edit.pointer.endsWith('/apiVersion');
  return ofFile.some(isVersion) ? own.filter(isVersion) : own;
}

function isMended({ placed }: Attempt, before: LintResult, after: LintResult): boolean {
  return countOf(placed, after) < countOf(placed, before);
}

function renamedPointer({ pointer: old, value }: Extract<Edit, { op: 'rename' }>): string {
  return pointer(old.slice(0, old.lastIndexOf('/')), value);
}

function countOf({ finding, file }: PlacedFinding, { findings }: LintResult): number {
  const { rule, pointer, inside, entry } = finding;
  return findings.filter((other) => {
    const its = other.finding;
    return other.file === file && its.rule === rule && its.pointer === pointer && its.inside === inside
      && its.entry?.id.name === entry?.id.name;
  }).length;
}
