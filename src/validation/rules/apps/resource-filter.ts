import { matchesGlob } from '../../../languages/globs';
import { readYaml } from '../../../languages/yaml-text';
import { isJsonObject, type JsonObject } from '../../../manifests/json';
import type { ManifestEntry } from '../../../manifests/manifest-set';

/** Why Argo CD does not manage a kind, after "because". */
export type Exclusion = 'Argo CD never manages it' | 'resource.exclusions of argocd-cm lists it' | 'resource.inclusions of argocd-cm leaves it out';

/**
 * The kinds that an Argo CD manages, by its argocd-cm.
 *
 * @see util/settings/resources_filter.go in argoproj/argo-cd
 */
export class ResourceFilter {
  private readonly exclusions: readonly JsonObject[];
  private readonly inclusions: readonly JsonObject[];

  /** @param config the argocd-cm, where it is known */
  public constructor(config: ManifestEntry | undefined) {
    this.exclusions = listIn(config, 'resource.exclusions');
    this.inclusions = listIn(config, 'resource.inclusions');
  }

  /** Why objects of this kind are left alone on a cluster; undefined where they are managed, and where nobody can say. */
  public exclusionOf(group: string, kind: string, server: string | undefined): Exclusion | undefined {
    if (ALWAYS.some((entry) => fitsKind(entry, group, kind))) return 'Argo CD never manages it';
    const isListed = this.exclusions.some((entry) => fitsKind(entry, group, kind) && fitsCluster(entry, server) === true);
    if (isListed) return 'resource.exclusions of argocd-cm lists it';
    const here = this.inclusions.filter((entry) => fitsCluster(entry, server) !== false);
    // A list for clusters that may be others says nothing about this one.
    const isDoubtful = here.some((entry) => fitsCluster(entry, server) === undefined || fitsKind(entry, group, kind));
    if (here.length === 0 || isDoubtful) return undefined;
    return 'resource.inclusions of argocd-cm leaves it out';
  }
}

const ALWAYS: readonly JsonObject[] = [
  { apiGroups: ['events.k8s.io', 'metrics.k8s.io'] },
  { apiGroups: [''], kinds: ['Event'] },
  { apiGroups: ['coordination.k8s.io'], kinds: ['Lease'] },
];

function fitsKind(entry: JsonObject, group: string, kind: string): boolean {
  const [groups, kinds] = [textsIn(entry.apiGroups), textsIn(entry.kinds)];
  return (groups.length === 0 || groups.some((pattern) => matchesGlob(pattern, group)))
    && (kinds.length === 0 || kinds.includes('*') || kinds.includes(kind));
}

function fitsCluster(entry: JsonObject, server: string | undefined): boolean | undefined {
  const patterns = textsIn(entry.clusters);
  if (patterns.length === 0 || patterns.includes('*')) return true;
  return server === undefined ? undefined : patterns.some((pattern) => matchesGlob(pattern, server));
}

// What is no list is reported by argo-cd-settings/setting-shape.
function listIn(config: ManifestEntry | undefined, key: string): readonly JsonObject[] {
  const data = config?.manifest.data;
  const text = isJsonObject(data) ? data[key] : undefined;
  const value = typeof text === 'string' ? readYaml(text).value : undefined;
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
