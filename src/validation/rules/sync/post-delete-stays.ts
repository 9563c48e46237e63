import { deletePhasesOf } from '../../../manifests/hooks';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { annotated } from '../scopes';
import { HELM_POLICY_ANNOTATION, POLICY_ANNOTATION } from './hook-policies';

/** Says which hooks stay in the cluster when their Application is gone. */
export const postDeleteStays = defineRule({
  id: 'sync/post-delete-stays',
  severity: 'info',
  kinds: ['*'],
  scope: annotated,
  since: '0.1.0',
  implements: [],
  title: 'a PostDelete hook is deleted when it is done',
  rationale:
    'What a deletion leaves behind is a PostDelete hook itself: it runs when everything else is gone, and Argo CD deletes it only where its delete '
    + 'policy says HookSucceeded. The policy that holds when nothing is said, BeforeHookCreation, never comes to it: written out, it says that this is wanted.',
  bad: example(''),
  good: example('argocd.argoproj.io/hook-delete-policy: HookSucceeded'),
  check(entry, context) {
    if (!deletePhasesOf(entry.manifest).includes('PostDelete')) return;
    const { annotations } = entry.manifest.metadata;
    // Whoever says a policy has thought of it.
    if ([POLICY_ANNOTATION, HELM_POLICY_ANNOTATION].some((policy) => annotations?.[policy] !== undefined)) return;
    context.report(pointer('/metadata/annotations', POLICY_ANNOTATION), 'this hook stays in the cluster when the Application is gone', {
      received: 'no delete policy',
      expected: 'HookSucceeded',
      fix: `add ${POLICY_ANNOTATION}: HookSucceeded, or BeforeHookCreation if it is to stay`,
    });
  },
});

function example(policy: string): string {
  return `
apiVersion: batch/v1
kind: Job
metadata:
  name: clean
  annotations:
    argocd.argoproj.io/hook: PostDelete
    ${policy}
spec:
  backoffLimit: 3
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: clean
          image: registry.example.com/clean:1.2.3
`;
}
