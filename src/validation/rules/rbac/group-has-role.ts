import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleRbac, keyPointer, rbacConfigMap } from './rbac-config-map';

/** Finds policies for groups that have no role. */
export const groupHasRole = defineRule({
  id: 'rbac/group-has-role',
  severity: 'warning',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-220'],
  title: 'a group gets what it may by a role',
  rationale:
    'The groups of a user count only where a line with g gives them a role. A line with p for a group alone is never looked at when '
    + 'somebody of the group asks, although argocd admin settings rbac can says yes.',
  needsWholeObject: true,
  bad: exampleRbac('p, org:shop, applications, get, shop/*, allow'),
  good: exampleRbac(`
p, role:shop, applications, get, shop/*, allow
g, org:shop, role:shop`),
  check(entry, context) {
    const rbac = rbacConfigMap(entry);
    if (!rbac) return;
    const said = new Set<string>();
    for (const { source, number, subject } of rbac.own.permissions) {
      // Only a name with a colon is certain to be a group: that of a user has none.
      if (!subject.includes(':') || /^(role|proj|system):/.test(subject) || rbac.whole.isMember(subject) || said.has(subject)) continue;
      said.add(subject);
      context.report(keyPointer(source), `line ${number} speaks of the group ${subject}, which has no role, so it is never looked at`, {
        received: subject,
        expected: `g, ${subject}, role:<name>`,
        fix: 'say it of a role, and give the group the role by a line with g',
      });
    }
  },
});
