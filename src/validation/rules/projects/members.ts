import { expansionOf } from '../../../expansion/expansions';
import type { Manifest } from '../../../manifests/manifest';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { readSetOnce } from '../../../manifests/read-once';
import { Place } from '../../../manifests/references/place';
import { projectName, projectOf } from './projects-of';

/** The Applications of a project, as far as they are here. */
export interface Members {
  /** Those that stand here, and those that sets make. */
  readonly applications: readonly Place[];
  /** Whether all is known of them that is here. */
  readonly isKnown: boolean;
}

interface Known {
  readonly byProject: ReadonlyMap<ManifestEntry, Members>;
  /** Whether a parameter may name any project. */
  readonly areOpen: boolean;
}

/** The Applications of a project, read once for all projects. */
export function membersOf(project: ManifestEntry, manifests: ManifestSet): Members {
  const { byProject, areOpen } = read(manifests);
  const { applications, isKnown } = byProject.get(project) ?? { applications: [], isKnown: true };
  return { applications, isKnown: isKnown && !areOpen };
}

const read = readSetOnce((manifests): Known => {
  const byProject = new Map<ManifestEntry, { readonly applications: Place[]; isKnown: boolean }>();
  let areOpen = false;
  for (const entry of manifests.entries) {
    if (entry.id.group !== 'argoproj.io' || !['Application', 'ApplicationSet'].includes(entry.id.kind)) continue;
    if (projectName(entry) === undefined) areOpen = true;
    const project = projectOf(entry, manifests);
    if (!project) continue;
    const { made, isKnown } = applicationsOf(entry, manifests);
    const members = byProject.get(project) ?? { applications: [], isKnown: true };
    members.applications.push(...made.map((manifest) => Place.root(manifest)));
    members.isKnown &&= isKnown;
    byProject.set(project, members);
  }
  return { byProject, areOpen };
});

function applicationsOf(entry: ManifestEntry, manifests: ManifestSet): { readonly made: readonly Manifest[]; readonly isKnown: boolean } {
  if (entry.id.kind === 'Application') return { made: [entry.manifest], isKnown: true };
  const { applications, generators, problems } = expansionOf(entry, manifests);
  return {
    made: applications.map(({ manifest }) => manifest),
    isKnown: problems.length === 0 && [...generators, ...applications].every(({ unknown }) => unknown === undefined),
  };
}
