import { GENERATOR_TYPES, type GeneratorType } from '../../../expansion/generators/generator-types';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';

/** An entry of a list of generators, or one of its types. */
export interface GeneratorEntry {
  /** The entry. */
  readonly entry: Place;
  /** Its types: one, unless something is wrong. */
  readonly types: readonly GeneratorType[];
  /** What it stands in, from the outermost. */
  readonly inside: ReadonlyArray<'matrix' | 'merge'>;
  /** Whether it is filled in: it is the second generator of a matrix, or stands in one. */
  readonly second: boolean;
}

/** All entries of an ApplicationSet, those inside of others too. */
export function generatorEntries({ manifest }: ManifestEntry): readonly GeneratorEntry[] {
  return entriesIn(Place.root(manifest).at('spec', 'generators'), [], false);
}

/** The generators of a type, wherever they stand. */
export function generatorsOf(entry: ManifestEntry, type: GeneratorType): readonly Place[] {
  return generatorEntries(entry).filter(({ types }) => types.includes(type)).map((one) => one.entry.at(type));
}

function entriesIn(list: Place, inside: GeneratorEntry['inside'], isFilled: boolean): GeneratorEntry[] {
  return list.items.flatMap((entry, i) => {
    const second = isFilled || (inside.at(-1) === 'matrix' && i > 0);
    const types = GENERATOR_TYPES.filter((type) => entry.at(type).exists);
    const below = types.flatMap((type) => (type === 'matrix' || type === 'merge' ? entriesIn(entry.at(type, 'generators'), [...inside, type], second) : []));
    return [{ entry, types, inside, second }, ...below];
  });
}

/** Whether the set is filled in by Go templates. */
export function usesGoTemplate({ manifest }: ManifestEntry): boolean {
  return Place.root(manifest).at('spec', 'goTemplate').value === true;
}

/** Texts of an ApplicationSet that Argo CD fills in, beside those of generators in a matrix. */
export function templatedTexts(entry: ManifestEntry): readonly Place[] {
  const spec = Place.root(entry.manifest).at('spec');
  const patch = spec.at('templatePatch');
  const own = generatorEntries(entry).flatMap(({ entry: place, types, inside }) => types.flatMap((type) => [
    ...textsIn(place.at(type, 'values')),
    ...(inside.length === 0 ? textsIn(place.at(type, 'template')) : []),
  ]));
  return [...textsIn(spec.at('template')), ...(patch.text.includes('{{') ? [patch] : []), ...own];
}

function textsIn(place: Place): Place[] {
  if (place.text !== '') return place.text.includes('{{') ? [place] : [];
  return [...place.items, ...place.fields.map(([, field]) => field)].flatMap(textsIn);
}
