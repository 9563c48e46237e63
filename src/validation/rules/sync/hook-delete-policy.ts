import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { argoAnnotation, argoAnnotationPointer, commaList } from './annotations';

const POLICIES = ['BeforeHookCreation', 'HookSucceeded', 'HookFailed'];

/** Finds delete policies of hooks that do not exist. */
export const hookDeletePolicy = defineRule({
  id: 'sync/hook-delete-policy',
  severity: 'error',
  kinds: ['*'],
  since: '0.1.0',
  implements: ['CD-099'],
  title: 'a hook names delete policies that exist',
  rationale:
    'Argo CD ignores a delete policy that it does not know. With none left it deletes the hook before the next one is made, '
    + 'so what was to go away after success stays.',
  bad: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: before
  annotations:
    argocd.argoproj.io/hook: PreSync
    argocd.argoproj.io/hook-delete-policy: HookSuccess
data:
  colour: blue
`,
  good: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: before
  annotations:
    argocd.argoproj.io/hook: PreSync
    argocd.argoproj.io/hook-delete-policy: HookSucceeded
data:
  colour: blue
`,
  check(entry, context) {
    for (const policy of commaList(argoAnnotation(entry.manifest, 'hook-delete-policy') ?? '')) {
      if (POLICIES.includes(policy)) continue;
      const meant = nearest(policy, POLICIES);
      context.report(argoAnnotationPointer('hook-delete-policy'), `there is no delete policy ${policy}: it is ignored`, {
        received: policy,
        expected: POLICIES.join(', '),
        fix: meant && `did you mean ${meant}?`,
      });
    }
  },
});
