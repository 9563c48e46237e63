import type { ManifestEntry, ManifestSet } from '../manifests/manifest-set';
import type { ApplicationSetExpansion } from './application-set-expansion';
import { expandApplicationSet } from './expand';
import type { ExpansionFacts } from './facts';

interface Known {
  readonly size: number;
  readonly facts: ExpansionFacts;
  readonly expansions: Map<ManifestEntry, ApplicationSetExpansion>;
}

const known = new WeakMap<ManifestSet, Known>();

/** The expansion of one of the ApplicationSets, made once for all rules, with what the manifests say of clusters and repositories. */
export function expansionOf(entry: ManifestEntry, manifests: ManifestSet): ApplicationSetExpansion {
  const { facts, expansions } = knownOf(manifests);
  let expansion = expansions.get(entry);
  if (!expansion) {
    expansion = expandApplicationSet(entry.manifest, facts);
    expansions.set(entry, expansion);
  }
  return expansion;
}

function knownOf(manifests: ManifestSet): Known {
  let found = known.get(manifests);
  // Objects may have been added since.
  if (found?.size !== manifests.entries.length) {
    found = { size: manifests.entries.length, facts: readFacts(manifests), expansions: new Map() };
    known.set(manifests, found);
  }
  return found;
}

function readFacts(manifests: ManifestSet): ExpansionFacts {
  const folders = manifests.units.map((unit) => unit.id);
  const files = filesOf(manifests);
  return {
    clusters: manifests.clusters.length > 0 ? manifests.clusters : undefined,
    repositories: manifests.repositories.map(({ url, root }) => ({
      url,
      root,
      folders: folders.map((folder) => (root === '' ? folder : `${root}/${folder}`)),
      files: new Map([...files].map(([file, content]) => [root === '' ? file : `${root}/${file}`, content])),
    })),
  };
}

function filesOf({ entries, files, indexFiles }: ManifestSet): ReadonlyMap<string, string | undefined> {
  const known = new Map<string, string | undefined>();
  // Their YAML is not made yet, and no generator reads manifests.
  for (const { provenance: { file } } of entries) if (file !== undefined) known.set(file, undefined);
  for (const { unit, path, content } of files) known.set(`${unit.id}/${path}`, content);
  for (const [path, content] of indexFiles) known.set(path, content);
  return known;
}
