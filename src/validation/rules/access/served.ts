import { BUILT_IN_GROUPS, KNOWN_GROUPS } from './api-resources';
import { type RoleRuleAt, wordsOf } from './role-rules';

/** Who serves the groups of a rule, as far as it is known here. */
export type Served = 'by Kubernetes' | 'by those that are known' | 'by anybody';

/** Whether all groups of a rule are those of Kubernetes, or at least known. */
export function groupsServed(rule: RoleRuleAt): Served {
  const groups = wordsOf(rule, 'apiGroups').map(({ word }) => word);
  if (groups.length === 0) return 'by anybody';
  if (groups.every((group) => BUILT_IN_GROUPS.has(group))) return 'by Kubernetes';
  return groups.every((group) => KNOWN_GROUPS.has(group)) ? 'by those that are known' : 'by anybody';
}
