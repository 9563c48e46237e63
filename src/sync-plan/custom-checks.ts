import { matchesGlob } from '../languages/globs';
import type { ManifestSet } from '../manifests/manifest-set';
import { scriptsIn } from '../validation/rules/argo-cd-settings/customization';

/** The health checks that argocd-cm brings. */
export class CustomChecks {
  /** Those of every argocd-cm of the set. */
  public static of(manifests: ManifestSet): CustomChecks {
    const maps = manifests.entries.filter(({ id }) => id.kind === 'ConfigMap' && id.group === '');
    return new CustomChecks(maps.flatMap(scriptsIn).filter(({ isHealthCheck, text }) => isHealthCheck && text !== '').map(({ kind }) => kind.replace('_', '/')));
  }

  private constructor(private readonly kinds: readonly string[]) {}

  /** Whether there is one for this kind. */
  public has(group: string, kind: string): boolean {
    const key = group === '' ? kind : `${group}/${kind}`;
    return this.kinds.some((pattern) => matchesGlob(pattern, key));
  }
}
