import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleRbac, rbacConfigMap } from './rbac-config-map';

const LINES = 'p, dave, applications, get, shop/*, allow';

/** Finds policies that leave open what everybody may do. */
export const defaultRoleSaid = defineRule({
  id: 'rbac/default-role-said',
  severity: 'info',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-219', 'E49'],
  title: 'a policy says what everybody who is logged in may do',
  rationale:
    'Without policy.default a user without a role may log in and sees an empty page, no projects and no clusters. That may be wanted; '
    + 'then an empty text says so to the next reader.',
  bad: exampleRbac(LINES, "scopes: '[groups]'"),
  good: exampleRbac(LINES, 'policy.default: role:readonly'),
  check(entry, context) {
    const rbac = rbacConfigMap(entry);
    if (!rbac || rbac.own.lines.length === 0 || rbac.data['policy.default'] !== undefined) return;
    context.report('/data', 'there is no policy.default, so a user without a role sees nothing at all', {
      expected: "policy.default: role:readonly, or policy.default: ''", fix: 'name the role that everybody has, or write an empty text',
    });
  },
});
