import { HOOK_ANNOTATION } from '../../../manifests/apply-order';
import { HELM_HOOK_ANNOTATION } from '../../../manifests/hooks';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { annotated } from '../scopes';
import { POLICY_ANNOTATION } from './hook-policies';

/** Finds delete policies that nothing comes of, as the object is no hook. */
export const deletePolicyOfNoHook = defineRule({
  id: 'sync/delete-policy-of-no-hook',
  severity: 'warning',
  kinds: ['*'],
  scope: annotated,
  since: '0.1.0',
  implements: [],
  title: 'an object with a delete policy is a hook',
  rationale:
    'Argo CD reads the delete policy of hooks only. Without the annotation that makes the object a hook it is applied and kept like any other: a '
    + 'Job is not made again, and does not go away when it has succeeded.',
  bad: example('example.com/hook'),
  good: example(HOOK_ANNOTATION),
  check(entry, context) {
    const { annotations } = entry.manifest.metadata;
    if (annotations?.[POLICY_ANNOTATION] === undefined) return;
    if (annotations[HOOK_ANNOTATION] !== undefined || annotations[HELM_HOOK_ANNOTATION] !== undefined) return;
    context.report(pointer('/metadata/annotations', POLICY_ANNOTATION), 'the object is no hook, so its delete policy is ignored', {
      received: annotations[POLICY_ANNOTATION],
      expected: `${HOOK_ANNOTATION} beside it`,
      fix: `add ${HOOK_ANNOTATION}: PreSync, Sync or PostSync, or take the policy out`,
    });
  },
});

function example(annotation: string): string {
  return `
apiVersion: v1
kind: ConfigMap
metadata:
  name: before
  annotations:
    ${annotation}: PreSync
    ${POLICY_ANNOTATION}: HookSucceeded
data:
  colour: blue
`;
}
