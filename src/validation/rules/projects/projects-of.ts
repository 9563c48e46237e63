import { isJsonObject } from '../../../manifests/json';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { mayMeet } from '../../../manifests/unit';
import { applicationSpec } from '../apps/application-spec';

/** The projects of a set. */
interface Projects {
  readonly size: number;
  readonly byName: ReadonlyMap<string, readonly ManifestEntry[]>;
  /** Whether argocd-cm here adds what global projects permit to other projects. */
  readonly areMerged: boolean;
}

const found = new WeakMap<ManifestSet, Projects>();

/** The projects of a set, read once. */
export function projectsIn(manifests: ManifestSet): Projects {
  const { entries } = manifests;
  let known = found.get(manifests);
  // Objects may have been added since.
  if (known?.size !== entries.length) {
    const byName = new Map<string, ManifestEntry[]>();
    let areMerged = false;
    for (const entry of entries) {
      if (entry.id.kind === 'AppProject' && entry.id.group === 'argoproj.io') byName.set(entry.id.name, [...byName.get(entry.id.name) ?? [], entry]);
      else if (entry.id.kind === 'ConfigMap' && entry.id.name === 'argocd-cm' && isJsonObject(entry.manifest.data)) {
        areMerged ||= 'globalProjects' in entry.manifest.data;
      }
    }
    known = { size: entries.length, byName, areMerged };
    found.set(manifests, known);
  }
  return known;
}

/** The name of the project that an Application, or every Application of an ApplicationSet, is in. Undefined where a parameter says it. */
export function projectName(entry: ManifestEntry): string | undefined {
  const name = applicationSpec(entry).at('project').text;
  return name.includes('{{') ? undefined : name || 'default';
}

/**
 * The project of an Application, where it is here and nobody adds to it. Of several of one name, which belong to several Argo CDs, it is
 * the one in the namespace of the Application.
 */
export function projectOf(entry: ManifestEntry, manifests: ManifestSet): ManifestEntry | undefined {
  const name = projectName(entry);
  const { byName, areMerged } = projectsIn(manifests);
  if (name === undefined || areMerged) return undefined;
  const candidates = (byName.get(name) ?? []).filter(({ unit }) => mayMeet(unit, entry.unit));
  if (candidates.length === 1) return candidates[0];
  const near = candidates.filter(({ id }) => id.namespace === entry.id.namespace);
  return near.length === 1 ? near[0] : undefined;
}

/** The spec of a project. */
export function projectSpec(project: ManifestEntry): Place {
  return Place.root(project.manifest).at('spec');
}
