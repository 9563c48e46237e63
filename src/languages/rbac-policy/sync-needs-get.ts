import { type Asker, decide } from './decide';
import type { RbacPolicy } from './policy';
import type { PermissionLine } from './policy-line';

/**
 * The lines that allow a sync to somebody who may not see what is to be synced: the API server asks for `get` first, and refuses.
 * A role counts as whole where each user and group that has it may see the Application by another role.
 *
 * @see Sync of server/application/application.go in argoproj/argo-cd
 */
export function syncWithoutGet(policy: RbacPolicy, asker: Pick<Asker, 'defaultRole' | 'mode'>): PermissionLine[] {
  const holders = [...new Set(policy.memberships.map(({ member }) => member))].filter((member) => !member.startsWith('role:'));
  return policy.permissions.filter((line) => {
    if (line.effect !== 'allow' || line.resource !== 'applications' || line.action !== 'sync') return false;
    const having = holders.filter((member) => policy.namesOf(member).has(line.subject));
    const subjects = having.length > 0 ? having : [line.subject];
    return subjects.some((user) => !decide(policy, { ...asker, user }, { resource: 'applications', action: 'get', object: line.object }).allowed);
  });
}
