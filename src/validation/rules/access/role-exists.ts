import { EntryIndex } from '../../../manifests/entry-index';
import { idOf } from '../../../manifests/manifest';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { mayMeet } from '../../../manifests/unit';
import { defineRule } from '../../rule';
import { slipOf } from '../../slip';
import { joinDocuments } from '../rollouts/example-rollout';
import { exampleRole } from './example-role';

const GROUP = 'rbac.authorization.k8s.io';

/** ClusterRoles that each cluster has for people. Those of its own parts begin with system:. */
const IN_EACH_CLUSTER = ['admin', 'cluster-admin', 'edit', 'view'];

/** Finds bindings whose role is called nearly otherwise. */
export const roleExists = defineRule({
  id: 'access/role-exists',
  severity: 'error',
  kinds: [`${GROUP}/ClusterRoleBinding`, `${GROUP}/RoleBinding`],
  since: '0.1.0',
  implements: [],
  title: 'a binding names its role to the letter',
  rationale: 'The API server takes a binding to a role that does not exist, and it grants nothing; a binding cannot be changed to another role later, only replaced. '
    + 'Roles are often made elsewhere, so a missing one is only told where one of nearly that name is there, or is in each cluster.',
  bad: joinDocuments(exampleRole(), binding('deployr')),
  good: joinDocuments(exampleRole(), binding('deployer')),
  needsCompleteSet: true,
  check(entry, context) {
    const role = Place.root(entry.manifest).at('roleRef');
    const [kind, name] = [role.at('kind').text, role.at('name').text];
    if ((kind !== 'Role' && kind !== 'ClusterRole') || name === '' || name.includes('{{') || isThere(entry, kind, name, context.manifests)) return;
    const meant = slipOf(name, rolesLike(entry, kind, context.manifests));
    if (meant === undefined) return;
    const at = role.at('name').pointer;
    context.report(at, `there is no ${kind} ${name}, but ${meant} is there`, {
      received: name, expected: meant, fix: `did you mean ${meant}? otherwise acknowledge this when somebody else makes ${name}`,
    });
  },
});

function isThere(entry: ManifestEntry, kind: string, name: string, manifests: ManifestSet): boolean {
  const id = idOf({ apiVersion: `${GROUP}/v1`, kind, metadata: { name } }, entry.id.namespace);
  return IN_EACH_CLUSTER.includes(name) || manifests.find(entry.unit, id) !== undefined || manifests.isExternal(entry.unit, id);
}

function rolesLike({ id, unit }: ManifestEntry, kind: string, { entries }: ManifestSet): string[] {
  const there = ROLES.find(entries, kind).filter((role) => mayMeet(role.unit, unit) && (kind === 'ClusterRole' || role.id.namespace === id.namespace));
  return [...there.map((role) => role.id.name), ...(kind === 'ClusterRole' ? IN_EACH_CLUSTER : [])];
}

const ROLES = new EntryIndex(({ id: { group, kind } }) => (group === GROUP ? [kind] : []));

function binding(role: string): string {
  return `apiVersion: ${GROUP}/v1
kind: RoleBinding
metadata:
  name: deployer
roleRef:
  apiGroup: ${GROUP}
  kind: Role
  name: ${role}
subjects:
  - kind: ServiceAccount
    name: deployer
    namespace: shop
`;
}
