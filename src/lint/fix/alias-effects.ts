import { readDocument } from '../../languages/kubernetes-yaml/read-document';
import { type Pointer, pointer, segmentsOf } from '../../manifests/pointer';
import type { Edit } from '../../validation/finding';

/**
 * Whether a text that was edited says something else only where an edit of the same sort wants it: an alias carries a change at its anchor
 * to every place where it stands.
 *
 * @param edits all edits of the document
 */
export function changesOnlyWanted(text: string, edited: string, edit: Edit, edits: readonly Edit[]): boolean {
  if (!text.includes('&') || !text.includes('*')) return true;
  const [before, after] = [readDocument(text, false), readDocument(edited, false)];
  if (before.problem || after.problem) return false;
  const wanted = edits.filter((other) => isAlike(other, edit)).map(placesOf);
  return differences(before.value, after.value, '').every((at) => wanted.some((places) => places.some((place) => touches(at, place))));
}

/** Whether two edits write the same at two places. */
export function isAlike(a: Edit, b: Edit): boolean {
  const said = ({ pointer: at, ...rest }: Edit): string => JSON.stringify([rest, segmentsOf(at).at(-1)]);
  return said(a) === said(b);
}

/** Where an edit changes something. A list from which an item is taken is another list. */
function placesOf(edit: Edit): readonly Pointer[] {
  const parent = edit.pointer.slice(0, edit.pointer.lastIndexOf('/'));
  if (edit.op === 'rename') return [edit.pointer, pointer(parent, edit.value)];
  return edit.op === 'remove' && /^\d+$/.test(segmentsOf(edit.pointer).at(-1)!) ? [parent] : [edit.pointer];
}

/** A new field may bring along what is above it. */
function touches(at: Pointer, place: Pointer): boolean {
  return `${at}/`.startsWith(`${place}/`) || `${place}/`.startsWith(`${at}/`);
}

function differences(a: unknown, b: unknown, at: Pointer): readonly Pointer[] {
  if (Object.is(a, b)) return [];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return [at];
  if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length) return [at];
  const [left, right] = [a, b] as ReadonlyArray<Readonly<Record<string, unknown>>>;
  const keys = new Set([...Object.keys(left!), ...Object.keys(right!)]);
  return [...keys].flatMap((key) => differences(left![key], right![key], pointer(at, key)));
}
