import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleRbac, keyPointer, rbacConfigMap } from './rbac-config-map';

const LINES = 'p, dave, applications, get, shop/*, allow';

/** Finds default roles that allow nothing, or everything. */
export const defaultRoleFits = defineRule({
  id: 'rbac/default-role-fits',
  severity: 'warning',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-219'],
  title: 'the default role has policies, and is not the administrator',
  rationale:
    'Everybody who can log in has the default role, and with anonymous access everybody. No line takes away what it allows. A name that '
    + 'no line speaks of gives nothing.',
  needsWholeObject: true,
  bad: exampleRbac(LINES, 'policy.default: role:admin'),
  good: exampleRbac(LINES, 'policy.default: role:readonly'),
  check(entry, context) {
    const rbac = rbacConfigMap(entry);
    const role = rbac?.settings.defaultRole;
    if (!rbac || role === undefined) return;
    const names = rbac.whole.namesOf(role);
    if (names.has('role:admin')) {
      context.report(keyPointer('policy.default'), 'everybody who can log in is an administrator', {
        received: role, expected: 'a role that may little', fix: 'write role:readonly, or a role of your own',
      });
    } else if (!rbac.whole.permissions.some(({ subject }) => names.has(subject))) {
      context.report(keyPointer('policy.default'), `no line says what ${role} may do, so everybody has a role for nothing`, {
        received: role, expected: "role:readonly, a role with policies, or ''", fix: 'add lines for the role, or name another one',
      });
    }
  },
});
