import { isHook, syncPhasesOf } from '../../../manifests/hooks';
import { pointer } from '../../../manifests/pointer';
import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { annotated } from '../scopes';
import { deletePoliciesOf, POLICY_ANNOTATION } from './hook-policies';

/** Finds hooks of which every sync leaves another one. */
export const hooksPileUp = defineRule({
  id: 'sync/hooks-pile-up',
  severity: 'warning',
  kinds: ['*'],
  scope: annotated,
  since: '0.1.0',
  implements: [],
  title: 'hooks with a generated name are deleted when they are done',
  rationale:
    'A hook with generateName gets a new name in each sync, so BeforeHookCreation, the policy that holds when nothing is said, finds none of that '
    + 'name to delete. Every sync adds an object, and Argo CD does not prune hooks.',
  bad: example(''),
  good: example('argocd.argoproj.io/hook-delete-policy: HookSucceeded'),
  check(entry, context) {
    const { name, generateName } = entry.manifest.metadata;
    if (!generateName || name || !isHook(entry.manifest) || syncPhasesOf(entry.manifest).length === 0) return;
    const policies = deletePoliciesOf(entry.manifest);
    const spec = Place.root(entry.manifest).at('spec');
    if (policies.has('HookSucceeded') || spec.at('ttlSecondsAfterFinished').exists || spec.at('ttlStrategy').exists) return;
    context.report(pointer('/metadata/annotations', POLICY_ANNOTATION), `every sync makes another ${entry.id.kind} of a new name, and those that succeeded stay`, {
      received: [...policies].join(', '),
      expected: 'HookSucceeded',
      fix: 'say HookSucceeded, or write name in place of generateName',
    });
  },
});

function example(policy: string): string {
  return `
apiVersion: batch/v1
kind: Job
metadata:
  generateName: db-migrate-
  annotations:
    argocd.argoproj.io/hook: PreSync
    ${policy}
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
