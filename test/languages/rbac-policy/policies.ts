import { BUILT_IN_POLICY } from '../../../src/languages/rbac-policy/builtin-policy';
import { decide, type RbacDecision } from '../../../src/languages/rbac-policy/decide';
import { policyTexts, RbacPolicy } from '../../../src/languages/rbac-policy/policy';
import recorded from './decisions.json';

/** Who asks for what, and the answer. */
export type DecisionCase = readonly [
  user: string, groups: readonly string[], resource: string, action: string, object: string, allowed: boolean,
];

/** A ConfigMap, and what it decides. */
export interface Decisions {
  readonly title: string;
  readonly data: Readonly<Record<string, string>>;
  readonly cases: readonly DecisionCase[];
}

/** Answers as the documentation gives them; test/oracles/rbac has Casbin for Go confirm them. */
export const DECISIONS = recorded as unknown as readonly Decisions[];

/** What the data of a ConfigMap decides. */
export function decisionBy(data: Readonly<Record<string, string>>, [user, groups, resource, action, object]: DecisionCase): RbacDecision {
  const policy = BUILT_IN_POLICY.and(RbacPolicy.of(...policyTexts(data)));
  const mode = data['policy.matchMode'] === 'regex' ? 'regex' : 'glob';
  return decide(policy, { user, groups, defaultRole: data['policy.default'], mode }, { resource, action, object });
}
