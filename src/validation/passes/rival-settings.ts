import { describe } from '../../manifests/manifest';
import type { ManifestEntry, ManifestSet } from '../../manifests/manifest-set';
import type { Finding } from '../finding';
import { madeAt } from '../made-at';
import { oneConfigMap } from '../rules/argo-cd-settings/one-config-map';
import { isTogether } from '../rules/fleet/registrations';

const NAMES: ReadonlySet<string> = new Set(['argocd-cm', 'argocd-cmd-params-cm', 'argocd-notifications-cm', 'argocd-rbac-cm']);

/** ConfigMaps of one Argo CD that stand in two units: those in one are duplicates. */
export function findRivalSettings(manifests: ManifestSet): Finding[] {
  const seen: ManifestEntry[] = [];
  return manifests.entries.flatMap((entry): Finding[] => {
    if (entry.id.kind !== 'ConfigMap' || entry.id.group !== '' || !NAMES.has(entry.id.name)) return [];
    const first = seen.find((other) => other.id.name === entry.id.name && isTogether(other, entry));
    seen.push(entry);
    if (!first) return [];
    return [{
      rule: oneConfigMap.id,
      severity: oneConfigMap.severity,
      entry,
      pointer: '/metadata/name',
      rival: first,
      message: `${describe(entry.id)} is made by the unit ${JSON.stringify(first.unit.id)} too${madeAt(first, entry)}, and each sync of one takes out the keys of the other`,
      received: `a second one in the unit ${JSON.stringify(entry.unit.id)}`,
      expected: `one ConfigMap in the namespace ${entry.id.namespace}`,
      fix: 'keep one, and give it the keys of both',
    }];
  });
}
