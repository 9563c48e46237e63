import { ofKind } from '../../../manifests/entry-index';
import { isJsonObject } from '../../../manifests/json';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { readSetOnce } from '../../../manifests/read-once';
import { Place } from '../../../manifests/references/place';
import { mayMeet } from '../../../manifests/unit';
import { applicationSpec } from '../apps/application-spec';

/** The projects of a set. */
interface Projects {
  readonly byName: ReadonlyMap<string, readonly ManifestEntry[]>;
  /** Whether argocd-cm here adds what global projects permit to other projects. */
  readonly areMerged: boolean;
}

/** The projects of a set, read once. */
export const projectsIn = readSetOnce(({ entries }): Projects => {
  const byName = new Map<string, ManifestEntry[]>();
  for (const project of ofKind(entries, 'argoproj.io/AppProject')) byName.set(project.id.name, [...byName.get(project.id.name) ?? [], project]);
  const areMerged = ofKind(entries, 'ConfigMap').some(({ id, manifest }) =>
    id.name === 'argocd-cm' && isJsonObject(manifest.data) && 'globalProjects' in manifest.data);
  return { byName, areMerged };
});

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
