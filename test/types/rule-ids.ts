import { type AcknowledgeableRuleId, type ArgoChart, Profile, type RuleId, type RuleLevels, Validations } from 'cdk8s-argo';
import type { Manifests } from 'cdk8s-argo/testing';

/** A profile names rules that there are, and levels. */
export function profiles(): void {
  const levels: RuleLevels = { 'pods/run-as-non-root': 'error', 'practices/liveness': 'off', 'practices/resources': undefined };
  Profile.recommended().with(levels);
  // @ts-expect-error misspelt
  Profile.recommended().with({ 'practices/livenes': 'off' });
  // @ts-expect-error there is no such level
  Profile.strict().with({ 'practices/liveness': 'fatal' });
  // @ts-expect-error what it finds cannot be written
  Profile.strict().with({ 'manifests/unique': 'off' });
}

/** Somebody answers for findings of rules that there are. */
export function acknowledgements(chart: ArgoChart): void {
  Validations.of(chart).acknowledge({ rule: 'practices/liveness', reason: 'a batch program' });
  // @ts-expect-error misspelt
  Validations.of(chart).acknowledge({ rule: 'practices/livenes', reason: 'a batch program' });
  // @ts-expect-error two objects of one name overwrite each other, whatever somebody says
  Validations.of(chart).acknowledge({ rule: 'manifests/unique', reason: 'they are the same' });
  // @ts-expect-error what is said of acknowledgements is not acknowledged
  Validations.of(chart).acknowledge({ rule: 'waivers/stale', reason: 'later' });
}

/** A test asks for findings of rules that there are. */
export function findings(manifests: Manifests): void {
  manifests.hasFinding('manifests/unique');
  expect(manifests).not.toHaveFinding({ rule: 'practices/liveness', object: 'Deployment/web' });
  // @ts-expect-error misspelt
  expect(manifests).toHaveFinding('practices/livenes');
  // @ts-expect-error misspelt
  expect(manifests).not.toHaveFinding({ rule: 'practices/livenes' });
}

/** What can be acknowledged is a rule. */
export const asRule = (id: AcknowledgeableRuleId): RuleId => id;
