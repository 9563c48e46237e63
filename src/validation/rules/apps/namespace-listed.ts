import { goMatches } from '../../../languages/conditions/go-regexp';
import { matchesGlob } from '../../../languages/globs';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { argoCdParameter } from '../appsets/parameters-of-argo-cd';

/**
 * The namespaces that Argo CD looks at beside its own, where argocd-cmd-params-cm is among the manifests and lists some, and that of the
 * object is not one of them. Argo CD itself is taken to be in argocd.
 */
export function listWithout(entry: ManifestEntry, key: string, manifests: ManifestSet): readonly string[] | undefined {
  const { namespace } = entry.id;
  const listed = argoCdParameter(entry, key, manifests);
  if (listed === undefined || listed === '' || namespace === '' || namespace === 'argocd') return undefined;
  const names = listed.split(',').map((name) => name.trim());
  return names.some((name) => fits(name, namespace)) ? undefined : names;
}

// What stands between slashes is a regular expression.
function fits(pattern: string, namespace: string): boolean {
  const expression = /^\/(.*)\/$/.exec(pattern)?.[1];
  return expression === undefined ? matchesGlob(pattern, namespace) : goMatches(expression, namespace) !== false;
}
