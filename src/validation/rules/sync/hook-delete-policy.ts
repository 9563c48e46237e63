import { hookTokens } from '../../../manifests/hooks';
import { pointer } from '../../../manifests/pointer';
import { certainlyMeant, correctedPart } from '../../certain-edit';
import { defineRule } from '../../rule';
import { nearest, spelling } from '../../schema/similar-name';
import { annotated } from '../scopes';
import { DELETE_POLICIES, HELM_POLICIES, HELM_POLICY_ANNOTATION, POLICY_ANNOTATION } from './hook-policies';

const POLICIES: readonly string[] = DELETE_POLICIES;

/** Finds delete policies of hooks that do not exist. */
export const hookDeletePolicy = defineRule({
  id: 'sync/hook-delete-policy',
  severity: 'error',
  kinds: ['*'],
  scope: annotated,
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
    const { annotations } = entry.manifest.metadata;
    if (!annotations) return;
    for (const policy of hookTokens(annotations[POLICY_ANNOTATION])) {
      if (POLICIES.includes(policy)) continue;
      const near = nearest(policy, POLICIES);
      // One word in common is not enough: BeforeSyncFinished is no misspelt BeforeHookCreation.
      const meant = HELM_POLICIES.get(policy) ?? (near !== undefined && spelling(policy, near) <= policy.length / 2 ? near : undefined);
      context.report(pointer('/metadata/annotations', POLICY_ANNOTATION), `there is no delete policy ${policy}: it is ignored`, {
        received: policy,
        expected: POLICIES.join(', '),
        fix: meant ? `did you mean ${meant}?` : 'use one of those, or take it out',
        ...correctedPart(pointer('/metadata/annotations', POLICY_ANNOTATION), String(annotations[POLICY_ANNOTATION]), policy,
          (one) => HELM_POLICIES.get(one) ?? certainlyMeant(one, POLICIES)),
      });
    }
    for (const policy of hookTokens(annotations[HELM_POLICY_ANNOTATION])) {
      if (HELM_POLICIES.has(policy)) continue;
      const meant = nearest(policy, HELM_POLICIES.keys());
      context.report(pointer('/metadata/annotations', HELM_POLICY_ANNOTATION), `Argo CD knows no delete policy ${policy} of Helm: it is ignored`, {
        received: policy,
        expected: [...HELM_POLICIES.keys()].join(', '),
        fix: meant && `did you mean ${meant}?`,
        ...correctedPart(pointer('/metadata/annotations', HELM_POLICY_ANNOTATION), String(annotations[HELM_POLICY_ANNOTATION]), policy,
          (one) => certainlyMeant(one, HELM_POLICIES.keys())),
      });
    }
  },
});
