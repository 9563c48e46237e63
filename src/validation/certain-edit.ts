import { type Pointer, pointer } from '../manifests/pointer';
import type { FindingDetails } from './finding';
import { spelling } from './schema/similar-name';

/**
 * The name that is certainly meant: it differs in its case alone, or by one letter and no other name does. Names with other digits are
 * other names.
 */
export function certainlyMeant(written: string, known: Iterable<string>): string | undefined {
  const names = [...known];
  const cased = names.filter((name) => name.toLowerCase() === written.toLowerCase());
  const close = cased.length > 0 ? cased : names.filter((name) => spelling(written, name) === 1 && digitsOf(name) === digitsOf(written));
  return close.length === 1 ? close[0] : undefined;
}

/** The details of a finding that gives a field its right name; nothing where no name is certain. */
export function renamed(at: Pointer, meant: string | undefined): Pick<FindingDetails, 'edit'> {
  return meant === undefined ? {} : { edit: { op: 'rename', pointer: at, value: meant } };
}

/** The same for a field that is named beside its map. */
export function renamedIn(map: Pointer, key: string, meant: string | undefined): Pick<FindingDetails, 'edit'> {
  return renamed(pointer(map, key), meant);
}

/** The details of a finding that gives a field its right text; nothing where no text is certain. */
export function corrected(at: Pointer, meant: string | undefined): Pick<FindingDetails, 'edit'> {
  return meant === undefined ? {} : { edit: { op: 'set', pointer: at, value: meant } };
}

/**
 * The same for one of several texts between commas. All of them that are certain are corrected at once, since a text has one edit; the
 * others stay as they are. `meantBy` gives a right text itself.
 */
export function correctedPart(
  at: Pointer, text: string, part: string, meantBy: (part: string) => string | undefined,
): Pick<FindingDetails, 'edit'> {
  return meantBy(part) === undefined ? {} : corrected(at, correctedParts(text, meantBy));
}

/** A text with the right ones between its commas, as far as they are certain. */
export function correctedParts(text: string, meantBy: (part: string) => string | undefined): string {
  return text.split(',').map((one) => one.replace(/\S(?:.*\S)?/s, (part) => meantBy(part) ?? part)).join(',');
}

function digitsOf(name: string): string {
  return name.replace(/\D/g, '');
}
