import { hookTokens, syncPhasesOf } from '../../../manifests/hooks';
import type { Manifest } from '../../../manifests/manifest';

/** The moments that a hook may name. */
export const DELETE_POLICIES = ['BeforeHookCreation', 'HookSucceeded', 'HookFailed'] as const;

/** When Argo CD deletes the object of a hook. */
export type DeletePolicy = (typeof DELETE_POLICIES)[number];

/** The annotation that says it. */
export const POLICY_ANNOTATION = 'argocd.argoproj.io/hook-delete-policy';

/** The annotation of Helm that counts beside that of Argo CD. */
export const HELM_POLICY_ANNOTATION = 'helm.sh/hook-delete-policy';

/** What Helm calls them. */
export const HELM_POLICIES: ReadonlyMap<string, DeletePolicy> = new Map([
  ['before-hook-creation', 'BeforeHookCreation'],
  ['hook-succeeded', 'HookSucceeded'],
  ['hook-failed', 'HookFailed'],
]);

/**
 * The delete policies of a hook: those of Argo CD and of Helm together, and the one that holds where nothing valid is said.
 *
 * @see gitops-engine/pkg/sync/hook/delete_policy.go in argoproj/argo-cd
 */
export function deletePoliciesOf({ metadata: { annotations } }: Manifest): ReadonlySet<DeletePolicy> {
  const own = hookTokens(annotations?.[POLICY_ANNOTATION]);
  const helm = hookTokens(annotations?.[HELM_POLICY_ANNOTATION]).map((token) => HELM_POLICIES.get(token));
  const policies = DELETE_POLICIES.filter((policy) => own.includes(policy) || helm.includes(policy));
  return new Set(policies.length > 0 ? policies : ['BeforeHookCreation']);
}

/** When Argo CD deletes a hook of a sync, in words. Success and failure are those of the whole sync. */
export function whenDeleted(hook: Manifest): string {
  const policies = deletePoliciesOf(hook);
  if (policies.has('HookSucceeded')) return 'a sync that succeeds deletes it';
  if (!policies.has('BeforeHookCreation')) return 'a sync that fails deletes it';
  return `every sync${syncPhasesOf(hook).every((phase) => phase === 'SyncFail') ? ' that fails' : ''} deletes it and makes it again`;
}
