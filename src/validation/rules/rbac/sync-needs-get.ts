import { syncWithoutGet } from '../../../languages/rbac-policy/sync-needs-get';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleRbac, keyPointer, rbacConfigMap } from './rbac-config-map';

/** Finds who may sync what they may not see. */
export const syncNeedsGet = defineRule({
  id: 'rbac/sync-needs-get',
  severity: 'warning',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-222', 'E49'],
  title: 'who may sync an Application may also get it',
  rationale: 'The API server looks for get before it looks for sync, and refuses without it: permission denied, for somebody who has the permission.',
  bad: exampleRbac(`
p, role:oncall, applications, sync, shop/*, allow
g, org:oncall, role:oncall`),
  good: exampleRbac(`
p, role:oncall, applications, get, shop/*, allow
p, role:oncall, applications, sync, shop/*, allow
g, org:oncall, role:oncall`),
  check(entry, context) {
    const rbac = rbacConfigMap(entry);
    if (!rbac) return;
    const own = new Set<unknown>(rbac.own.permissions.map(({ text }) => text));
    for (const { source, number, subject, object, text } of syncWithoutGet(rbac.whole, rbac.settings)) {
      if (!own.has(text)) continue;
      context.report(keyPointer(source), `line ${number} lets ${subject} sync ${object} without seeing it, which Argo CD refuses`, {
        received: text, expected: `p, ${subject}, applications, get, ${object}, allow`, fix: 'add the expected line',
      });
    }
  },
});
