import { type Pointer, pointer } from '../manifests/pointer';
import type { FindingDetails } from './finding';
import { spelling } from './schema/similar-name';

/** The name that is certainly meant: it differs in its case alone, or by one letter and no other name does. */
export function certainlyMeant(written: string, known: Iterable<string>): string | undefined {
  const names = [...known];
  const cased = names.filter((name) => name.toLowerCase() === written.toLowerCase());
  const close = cased.length > 0 ? cased : names.filter((name) => spelling(written, name) === 1);
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

/** The same for one of several texts between commas, which keeps the others as they are. */
export function correctedPart(at: Pointer, text: string, part: string, meant: string | undefined): Pick<FindingDetails, 'edit'> {
  if (meant === undefined) return {};
  return corrected(at, text.split(',').map((one) => (one.trim() === part ? one.replace(part, () => meant) : one)).join(','));
}
