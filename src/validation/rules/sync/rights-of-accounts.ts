import { EntryIndex } from '../../../manifests/entry-index';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import type { Reference } from '../../../manifests/references';
import { Place } from '../../../manifests/references/place';

/** What gives an account its rights: a binding, and its role where the same unit has it. */
export interface RightsOfAccount {
  readonly binding: ManifestEntry;
  readonly role: ManifestEntry | undefined;
}

/** The bindings of a unit that name a ServiceAccount. */
export function rightsOf(manifests: ManifestSet, entry: ManifestEntry, account: Reference): readonly RightsOfAccount[] {
  const objects = manifests.of(entry.unit);
  return BINDINGS.find(objects, `${account.namespace}\n${account.name}`).map((binding) => {
    const role = Place.root(binding.manifest).at('roleRef');
    const [kind, name] = [role.at('kind').text, role.at('name').text];
    const namespace = kind === 'ClusterRole' ? '' : binding.id.namespace;
    const found = manifests.find(entry.unit, { group: 'rbac.authorization.k8s.io', kind, namespace, name });
    return { binding, role: found?.unit.id === entry.unit.id ? found : undefined };
  });
}

const BINDINGS = new EntryIndex(({ id, manifest }) => {
  if (id.group !== 'rbac.authorization.k8s.io' || (id.kind !== 'RoleBinding' && id.kind !== 'ClusterRoleBinding')) return [];
  return Place.root(manifest).at('subjects').items
    .filter((subject) => subject.at('kind').text === 'ServiceAccount')
    .map((subject) => `${subject.at('namespace').text || id.namespace}\n${subject.at('name').text}`);
});
