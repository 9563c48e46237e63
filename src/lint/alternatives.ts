import { isClusterScoped } from '../manifests/cluster-scoped';
import { groupOf, type Manifest } from '../manifests/manifest';
import type { ManifestEntry } from '../manifests/manifest-set';
import { fileOf, identityOf, type KnownFacts, type PlacedObject, type PlacedSet, placedSet } from './placed-objects';

/** Another way in which files of loose folders may be applied. */
export interface Alternative extends PlacedSet {
  /** The objects that may be seen otherwise than in the first way. */
  readonly about: ReadonlySet<ManifestEntry>;
  /** Whether what stands beside each other in it is applied together, as far as anybody can say. */
  readonly hasRivals: boolean;
  /** The condition under which what a message says holds: `b.yaml is what is applied`. */
  readonly when: (entry: ManifestEntry, message: string) => string;
}

/** More variants of one object than anybody keeps in one folder. */
const MOST_LAYERS = 8;

/**
 * The ways that follow the first one: other files in place of those that hold the same object, and what names no namespace beside what
 * does.
 */
export function alternativesOf(
  placed: readonly PlacedObject[], layers: ReadonlyMap<string, number>, facts: KnownFacts,
): readonly Alternative[] {
  const last = Math.min(Math.max(0, ...layers.values()), MOST_LAYERS);
  const found = Array.from({ length: last }, (_, index) => withLayer(placed, layers, index + 1, facts));
  const namespaces = namespacesOf(placed);
  return namespaces.size > 0 ? [...found, inNamespaces(placed, layers, namespaces, facts)] : found;
}

/** The objects of a later layer in place of those that are the same. */
function withLayer(
  placed: readonly PlacedObject[], layers: ReadonlyMap<string, number>, layer: number, facts: KnownFacts,
): Alternative {
  const chosen = placed.filter((one) => layers.get(fileOf(one)) === layer);
  const replaced = new Set(chosen.map(identityOf));
  const files = new Map<string, Set<string>>();
  for (const one of chosen) files.set(one.unit.id, (files.get(one.unit.id) ?? new Set()).add(fileOf(one)));
  // A file of which something is replaced is another variant: it is there, and not judged.
  const variants = new Set(placed.filter((one) => replaced.has(identityOf(one))).map(fileOf));
  const { set, sources } = placedSet(placed.map((one) => {
    const own = layers.get(fileOf(one)) ?? 0;
    return own === layer || (own === 0 && !variants.has(fileOf(one))) ? one : apart(one, 1);
  }), facts);
  return {
    set, sources, about: new Set(set.entries.filter(({ unit }) => files.has(unit.id))),
    hasRivals: false,
    when: ({ unit, provenance: { file = '' } }, message) => {
      const all = [...files.get(unit.id) ?? []];
      const named = all.filter((one) => message.includes(one));
      return `${listed(named.length > 0 ? named : all.includes(file) ? [file] : all)} what is applied`;
    },
  };
}

/** What names no namespace in the one that the others of its folder name. */
function inNamespaces(
  placed: readonly PlacedObject[], layers: ReadonlyMap<string, number>, namespaces: ReadonlyMap<string, string>,
  facts: KnownFacts,
): Alternative {
  const { set, sources } = placedSet(placed.map(({ object, unit }) => {
    const layer = layers.get(object.document.file.path) ?? 0;
    return apart({ object, unit: { ...unit, namespace: namespaces.get(unit.id) ?? unit.namespace } }, layer);
  }), facts);
  return {
    set, sources, about: new Set(set.entries.filter(({ unit }) => namespaces.has(unit.looseFolder ?? ''))),
    hasRivals: true,
    when: ({ unit }) => `what names no namespace is applied to ${unit.namespace}`,
  };
}

/** Files with an object that another file of the folder has too are units by themselves. */
export function apart(one: PlacedObject, layer: number): PlacedObject {
  return layer === 0 ? one : { object: one.object, unit: { ...one.unit, id: fileOf(one) } };
}

/** The one namespace that objects of a loose folder name, where others name none. Those of Argo CD itself are mostly elsewhere. */
function namespacesOf(placed: readonly PlacedObject[]): ReadonlyMap<string, string> {
  const named = new Map<string, Set<string>>();
  const unnamed = new Set<string>();
  for (const { object: { manifest }, unit } of placed) {
    if (unit.looseFolder === undefined || isOfArgoCd(manifest)) continue;
    const { namespace } = manifest.metadata;
    if (typeof namespace === 'string' && namespace !== '') named.set(unit.id, (named.get(unit.id) ?? new Set()).add(namespace));
    else if (!isClusterScoped(groupOf(manifest.apiVersion), manifest.kind)) unnamed.add(unit.id);
  }
  return new Map([...named].flatMap(([unit, [first, ...more]]): Array<[string, string]> =>
    (first === undefined || more.length > 0 || first.includes('{{') || !unnamed.has(unit) ? [] : [[unit, first]])));
}

function isOfArgoCd({ apiVersion, kind, metadata }: Manifest): boolean {
  return (groupOf(apiVersion) === 'argoproj.io' && ['Application', 'ApplicationSet', 'AppProject'].includes(kind)) || /^argocd-/.test(String(metadata.name));
}

function listed([first, ...more]: readonly string[]): string {
  return more.length > 0 ? `${first} and ${more.length} more are` : `${first} is`;
}
