import { isHook } from '../../../manifests/hooks';
import { defineRule } from '../../rule';
import { objectOptions } from './annotations';

/** Finds objects without a name that are no hooks. */
export const generatedName = defineRule({
  id: 'sync/generated-name',
  severity: 'error',
  kinds: ['*'],
  since: '0.1.0',
  implements: [],
  title: 'only hooks have generated names',
  rationale:
    'Argo CD applies an object by its name. One that has only generateName is refused in the dry run, and then nothing of the sync is applied. For '
    + 'hooks Argo CD makes up a name of its own.',
  bad: example(''),
  good: example(`
  annotations:
    argocd.argoproj.io/hook: PostSync
    argocd.argoproj.io/hook-delete-policy: HookSucceeded`),
  check(entry, context) {
    const { name, generateName } = entry.manifest.metadata;
    if (typeof generateName !== 'string' || generateName === '' || name || isHook(entry.manifest)) return;
    const replaced = objectOptions(entry.manifest).includes('Replace=true');
    context.report('/metadata/generateName', replaced
      ? `every sync makes another ${entry.id.kind}, and the Application is never in sync`
      : 'an object without a name cannot be applied, and the whole sync fails', {
      received: `generateName: ${generateName}`,
      expected: 'a name, unless the object is a hook',
      fix: `write name: ${generateName.replace(/-+$/, '')}, or make the object a hook`,
    });
  },
});

function example(annotations: string): string {
  return `
apiVersion: batch/v1
kind: Job
metadata:
  generateName: smoke-${annotations}
spec:
  backoffLimit: 0
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: smoke
          image: registry.example.com/smoke:1.2.3
`;
}
