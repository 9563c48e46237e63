import { readYaml } from '../languages/yaml-text';
import type { Pointer } from '../manifests/pointer';
import { corrected } from './certain-edit';
import type { FindingDetails } from './finding';

/** A field that is not known, in YAML that stands in a text, and the name that is certainly meant; undefined where none is. */
export type WrongKey = readonly [key: string, meant: string | undefined];

/**
 * The details of a finding about one of the wrong fields in a text of YAML. All that are certain get their names at once, since a text has
 * one edit. Nothing where the word stands in the text more often than it is wrong, or the right field is beside it.
 */
export function correctedKey(at: Pointer, text: string, key: string, wrong: readonly WrongKey[]): Pick<FindingDetails, 'edit'> {
  const names = new Map(wrong.filter((one) => isCertain(text, one, wrong)));
  if (!names.has(key)) return {};
  const mended = [...names].reduce((done, [name, meant]) => done.replace(placesOf(name), () => meant!), text);
  return corrected(at, fieldsIn(readYaml(mended).value) === fieldsIn(readYaml(text).value) ? mended : undefined);
}

function isCertain(text: string, [key, meant]: WrongKey, wrong: readonly WrongKey[]): boolean {
  return meant !== undefined && text.match(placesOf(key))?.length === wrong.filter(([name]) => name === key).length;
}

/** Where a word stands that may be the name of a field. */
function placesOf(key: string): RegExp {
  return new RegExp(`(?<=^|[\\s{,"'])${key.replace(/[^\w-]/g, '\\$&')}(?=["']?\\s*:)`, 'gm');
}

function fieldsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((count, inner) => count + 1 + fieldsIn(inner), 0);
}
