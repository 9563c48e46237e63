import { deletePhasesOf } from '../../../manifests/hooks';
import { defineRule } from '../../rule';
import { annotated } from '../scopes';

/** Finds hooks at deletion that Argo CD makes again and again. */
export const deleteHookNamed = defineRule({
  id: 'sync/delete-hook-named',
  severity: 'error',
  kinds: ['*'],
  scope: annotated,
  since: '0.1.0',
  implements: [],
  title: 'hooks at the deletion of an Application have a name of their own',
  rationale:
    'Argo CD looks for a PreDelete or PostDelete hook by its name to know whether it runs already. It never finds one whose name the API server '
    + 'made up, so it makes another each time it looks, and the Application is never deleted.',
  bad: example('generateName: clean-'),
  good: example('name: clean'),
  check(entry, context) {
    const { name, generateName } = entry.manifest.metadata;
    if (typeof generateName !== 'string' || name) return;
    const [phase] = deletePhasesOf(entry.manifest);
    if (phase === undefined) return;
    context.report('/metadata/generateName', `deletion of the Application makes one ${phase} hook after another and never ends`, {
      received: `generateName: ${generateName}`,
      expected: 'a name',
      fix: `write name: ${generateName.replace(/-+$/, '')}`,
    });
  },
});

function example(name: string): string {
  return `
apiVersion: batch/v1
kind: Job
metadata:
  ${name}
  annotations:
    argocd.argoproj.io/hook: PostDelete
    argocd.argoproj.io/hook-delete-policy: HookSucceeded
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
