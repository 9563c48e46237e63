import { matchesGlob, matchesPathPattern } from '../../../languages/globs';
import { normalizedGitUrl } from '../../../manifests/git-url';
import type { Place } from '../../../manifests/references/place';

/** Where an Application goes, as far as manifests tell: what is undefined only Argo CD knows. */
export interface KnownDestination {
  readonly server?: string;
  readonly name?: string;
  readonly namespace?: string;
}

/** Kind and name of an object that a project may permit. */
export interface PermittedObject {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
}

/**
 * What a project permits, decided as Argo CD does. What is not known gets the benefit of the doubt.
 *
 * @see pkg/apis/application/v1alpha1/app_project_types.go in argoproj/argo-cd
 */
export class ProjectPermissions {
  /** @param spec the spec of an AppProject */
  public constructor(private readonly spec: Place) {}

  /** Whether Applications may come from this repository. */
  public source(url: string): boolean {
    const wanted = normalizedGitUrl(url);
    let permitted = false;
    for (const { text } of this.spec.at('sourceRepos').items) {
      const denies = text.startsWith('!');
      const glob = normalizedGitUrl(denies ? text.slice(1) : text);
      const fits = glob === '*' || matchesGlob(glob, wanted, '/');
      if (denies && fits) return false;
      // A denial permits whatever it does not deny.
      if (denies || fits) permitted = true;
    }
    return permitted;
  }

  /** Whether Applications may go there, and have objects in the namespace. */
  public destination({ server, name, namespace }: KnownDestination): boolean {
    const entries = this.spec.at('destinations').items;
    const isKnown = server !== undefined && name !== undefined && namespace !== undefined;
    let permitted = false;
    for (const entry of entries) {
      const fitsName = name !== '' && fits(entry.at('name').text, name);
      const fitsServer = server !== '' && fits(entry.at('server').text, server);
      const fitsNamespace = fits(entry.at('namespace').text, namespace);
      if ((fitsServer || fitsName) && fitsNamespace) permitted = true;
      // What is not known may be what a denial lets pass.
      else if (!isKnown) continue;
      else if (!fitsName && isDenial(entry.at('name').text)) return false;
      else if (!fitsServer && isDenial(entry.at('server').text) && fitsNamespace) return false;
      else if (!fitsNamespace && isDenial(entry.at('namespace').text) && fitsServer) return false;
    }
    return permitted;
  }

  /** Whether Applications may have this object outside of namespaces. */
  public clusterObject(object: PermittedObject): boolean {
    const lists = (field: string): boolean => this.spec.at(field).items.some((item) => isKind(item, object)
      && (item.at('name').text === '' || matchesPathPattern(item.at('name').text, object.name)));
    return lists('clusterResourceWhitelist') && !lists('clusterResourceBlacklist');
  }

  /** Whether Applications may have this object in a namespace. */
  public namespacedObject(object: PermittedObject): boolean {
    const lists = (field: string): boolean => this.spec.at(field).items.some((item) => isKind(item, object));
    return (!this.spec.at('namespaceResourceWhitelist').exists || lists('namespaceResourceWhitelist')) && !lists('namespaceResourceBlacklist');
  }
}

/** Whether an entry of a project denies. */
export function isDenial(pattern: string): boolean {
  return pattern.startsWith('!');
}

function fits(pattern: string, value: string | undefined): boolean {
  // Without a pattern there is nothing that could fit.
  if (value === undefined) return pattern !== '';
  return isDenial(pattern) ? !matchesGlob(pattern.slice(1), value) : matchesGlob(pattern, value);
}

function isKind(item: Place, { group, kind }: PermittedObject): boolean {
  return matchesPathPattern(item.at('kind').text, kind) && matchesPathPattern(item.at('group').text, group);
}
