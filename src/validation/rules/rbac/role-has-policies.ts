import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { ofArgoCd } from '../scopes';
import { exampleRbac, keyPointer, rbacConfigMap } from './rbac-config-map';

/** Finds roles that allow nothing. */
export const roleHasPolicies = defineRule({
  id: 'rbac/role-has-policies',
  severity: 'warning',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-217'],
  title: 'a role that is given has policies',
  rationale: 'Argo CD takes any name for a role. Who has one that no line speaks of may do no more than before, and nothing says why.',
  needsWholeObject: true,
  bad: exampleRbac(`
p, role:team-shop, applications, get, shop/*, allow
g, org:shop, role:shop-team`),
  good: exampleRbac(`
p, role:team-shop, applications, get, shop/*, allow
g, org:shop, role:team-shop`),
  check(entry, context) {
    const rbac = rbacConfigMap(entry);
    if (!rbac) return;
    const subjects = new Set(rbac.whole.permissions.map(({ subject }) => subject));
    for (const { source, number, role } of rbac.own.memberships) {
      // Roles of projects have their policies there; a blank is another rule's.
      if (role.startsWith('proj:') || role !== role.trim() || [...rbac.whole.namesOf(role)].some((name) => subjects.has(name))) continue;
      const near = nearest(role, [...subjects].filter((name) => name.startsWith('role:')));
      context.report(keyPointer(source), `line ${number} gives ${role}, and no line says what that role may do`, {
        received: role, expected: 'a role with policies', fix: near ? `did you mean ${near}?` : `add lines such as: p, ${role}, applications, get, <project>/*, allow`,
      });
    }
  },
});
