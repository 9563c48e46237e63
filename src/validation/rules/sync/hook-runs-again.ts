import { isHook, syncPhasesOf } from '../../../manifests/hooks';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { deletePoliciesOf, POLICY_ANNOTATION } from './hook-policies';

/** Finds hooks that the next sync does not run again. */
export const hookRunsAgain = defineRule({
  id: 'sync/hook-runs-again',
  severity: 'warning',
  kinds: ['batch/Job', 'Pod', 'argoproj.io/Workflow'],
  since: '0.1.0',
  implements: [],
  title: 'what is left of a hook is deleted before it runs again',
  rationale:
    'A delete policy takes the place of the one that holds without any, BeforeHookCreation. With HookSucceeded alone a failed Job stays, and the next '
    + 'sync takes it for its own: it fails at once, or cannot change what is immutable. With HookFailed alone a Job that succeeded once '
    + 'counts as done for ever. Policies may be listed together.',
  bad: example('HookSucceeded'),
  good: example('BeforeHookCreation,HookSucceeded'),
  check(entry, context) {
    if (!entry.manifest.metadata.name || !isHook(entry.manifest) || syncPhasesOf(entry.manifest).length === 0) return;
    const policies = deletePoliciesOf(entry.manifest);
    // What ends one way or the other is deleted by the two together.
    if (policies.has('BeforeHookCreation') || policies.size > 1) return;
    const [policy] = policies;
    context.report(pointer('/metadata/annotations', POLICY_ANNOTATION), policy === 'HookSucceeded'
      ? `a ${entry.id.kind} that failed stays, and the next sync fails with it instead of running it again`
      : `a ${entry.id.kind} that succeeded stays, and the next sync counts it as done instead of running it again`, {
      received: policy,
      expected: `BeforeHookCreation,${policy}`,
      fix: 'add BeforeHookCreation',
    });
  },
});

function example(policy: string): string {
  return `
apiVersion: batch/v1
kind: Job
metadata:
  name: db-migrate
  annotations:
    argocd.argoproj.io/hook: PreSync
    argocd.argoproj.io/hook-delete-policy: ${policy}
spec:
  backoffLimit: 3
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: migrate
          image: registry.example.com/migrate:1.2.3
`;
}
