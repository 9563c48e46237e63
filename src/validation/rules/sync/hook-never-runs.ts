import { HOOK_ANNOTATION } from '../../../manifests/apply-order';
import { HELM_HOOK_ANNOTATION, hookTokens } from '../../../manifests/hooks';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { annotated } from '../scopes';
import { NEVER_RUN } from './helm-hook';

/** Says which hooks of Helm Argo CD has nothing for. */
export const hookNeverRuns = defineRule({
  id: 'sync/hook-never-runs',
  severity: 'info',
  kinds: ['*'],
  scope: annotated,
  since: '0.1.0',
  implements: [],
  title: 'an object is applied by Argo CD, not only by Helm',
  rationale:
    'Tests and hooks of rollbacks belong to commands of Helm that Argo CD has nothing for. It never applies such an object. A test that is to '
    + 'run after every sync is a PostSync hook.',
  bad: example('helm.sh/hook: test'),
  good: example('argocd.argoproj.io/hook: PostSync'),
  check(entry, context) {
    const { annotations } = entry.manifest.metadata;
    if (annotations?.[HELM_HOOK_ANNOTATION] === undefined || annotations[HOOK_ANNOTATION] !== undefined) return;
    const tokens = hookTokens(annotations[HELM_HOOK_ANNOTATION]);
    if (tokens.length === 0 || !tokens.every((token) => NEVER_RUN.includes(token))) return;
    const test = tokens.some((token) => token.startsWith('test'));
    context.report(pointer('/metadata/annotations', HELM_HOOK_ANNOTATION), `Argo CD has nothing for the hook ${tokens.join(', ')} of Helm: the object is never applied`, {
      fix: test ? `write ${HOOK_ANNOTATION}: PostSync to run it after every sync, or leave the object out` : 'leave the object out, or acknowledge that only Helm runs it',
    });
  },
});

function example(annotation: string): string {
  return `
apiVersion: batch/v1
kind: Job
metadata:
  name: smoke
  annotations:
    ${annotation}
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
