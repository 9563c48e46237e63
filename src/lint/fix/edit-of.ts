import type { Edit, Finding } from '../../validation/finding';
import { textAt } from '../inside-text';
import type { LintedObject } from '../linted-object';
import { editedText } from './edit-text';

/**
 * The edit of a finding in its document. One inside of a text is an edit of that text. Undefined where it has no certain place.
 *
 * @param beside other findings that are mended with it: those in the same text are in its edit, as a text has only one
 */
export function editOf(finding: Finding, object: LintedObject, beside: readonly Finding[] = []): Edit | undefined {
  const { edit, entry, pointer, inside } = finding;
  if (!edit) return undefined;
  if (inside === undefined) return { ...edit, pointer: object.base + edit.pointer };
  const old = textAt(object, pointer);
  if (old === undefined) return undefined;
  const own = beside.filter((other) => other.entry === entry && other.pointer === pointer && other.inside !== undefined);
  const edits = own.length > 0 ? own.map((other) => other.edit) : [edit];
  const value = edits.reduce((text, one) => (one && editedText(text, one, false)) ?? text, old);
  return value === old ? undefined : { op: 'set', pointer: object.base + pointer, value };
}
