import { BUILT_IN_ROLES } from '../../../languages/rbac-policy/builtin-policy';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleRbac, keyPointer, rbacConfigMap } from './rbac-config-map';

/** Finds lines that speak of the roles of Argo CD as if they made them. */
export const builtInRole = defineRule({
  id: 'rbac/built-in-role',
  severity: 'warning',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-227', 'E49'],
  title: 'the roles of Argo CD are given, not written again',
  rationale:
    'role:admin and role:readonly are there before the policy is read. Lines that allow only add to them: a role:admin of four lines may '
    + 'still do everything, and a role:readonly with a sync gives it to everybody who reads.',
  bad: exampleRbac(`
p, role:admin, applications, get, shop/*, allow
g, org:platform, role:admin`),
  good: exampleRbac(`
p, role:platform, applications, get, shop/*, allow
g, org:platform, role:platform`),
  check(entry, context) {
    const lines = rbacConfigMap(entry)?.own.permissions ?? [];
    for (const role of BUILT_IN_ROLES) {
      const own = lines.filter(({ subject, effect }) => subject === role && effect === 'allow');
      const [first] = own;
      if (!first) continue;
      const which = own.length === 1 ? `line ${first.number} adds` : `line ${first.number} and ${own.length - 1} more add`;
      context.report(keyPointer(first.source), `${which} to ${role}, which Argo CD brings along and which keeps all that it may`, {
        received: first.text, expected: 'a role of another name', fix: `name the role otherwise, or take the lines out and give ${role} as it is`,
      });
    }
  },
});
