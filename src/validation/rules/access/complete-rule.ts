import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { listField } from '../rollouts/fields';
import { exampleRole } from './example-role';
import { ROLE_KINDS, roleRulesOf } from './role-rules';

/** Finds rules of roles that the API server refuses. */
export const completeRule = defineRule({
  id: 'access/complete-rule',
  severity: 'error',
  kinds: ROLE_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'a rule of a role says which verbs, and of which resources in which groups',
  rationale: 'The API server refuses the role, and the sync fails. The group of Pods, Services and ConfigMaps is the empty text. Paths such as /metrics belong to a '
    + 'ClusterRole, in a rule of their own.',
  bad: exampleRole({ apiGroups: '[]' }),
  good: exampleRole(),
  check(entry, context) {
    for (const { pointer: at, rule } of roleRulesOf(entry)) {
      const has = (field: string): boolean => listField(rule, field).length > 0;
      const paths = has('nonResourceURLs');
      if (paths && entry.id.kind === 'Role') {
        context.report(pointer(at, 'nonResourceURLs'), 'a Role is about one namespace, and paths are in none', {
          received: 'nonResourceURLs', expected: 'resources', fix: 'write a ClusterRole and a ClusterRoleBinding for the paths',
        });
      } else if (paths && ['apiGroups', 'resources', 'resourceNames'].some(has)) {
        context.report(at, 'the rule is about resources and about paths', { received: 'nonResourceURLs and resources', expected: 'one of them', fix: 'write a rule for each' });
      }
      if (paths) continue;
      for (const [field, fix] of [['apiGroups', "list the groups, '' for Pods, Services and ConfigMaps"], ['resources', 'list the resources']] as const) {
        if (has(field)) continue;
        context.report(at, `the rule names no ${field}`, { received: `no ${field}`, expected: 'at least one', fix });
      }
      if (has('verbs') || !Array.isArray(rule.verbs)) continue;
      context.report(pointer(at, 'verbs'), 'the rule names no verbs', { received: '[]', expected: 'at least one', fix: 'list what may be done, such as get' });
    }
  },
});
