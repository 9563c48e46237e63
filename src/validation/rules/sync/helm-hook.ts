import { HOOK_ANNOTATION } from '../../../manifests/apply-order';
import { deletePhasesOf, HELM_HOOK_ANNOTATION, HELM_PHASES, hookTokens, syncPhasesOf } from '../../../manifests/hooks';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { annotated } from '../scopes';

/** What Argo CD makes a hook of, beside a CRD, which is none. */
const READ = [...HELM_PHASES.keys(), 'pre-delete', 'post-delete'];

/** Hooks that Helm has and Argo CD runs never. */
export const NEVER_RUN: readonly string[] = ['pre-rollback', 'post-rollback', 'test', 'test-success', 'test-failure'];

/** Finds hooks of Helm that Argo CD never applies by mistake. */
export const helmHook = defineRule({
  id: 'sync/helm-hook',
  severity: 'error',
  kinds: ['*'],
  scope: annotated,
  since: '0.1.0',
  implements: ['CD-097', 'CD-098'],
  title: 'a hook of Helm is one that exists',
  rationale:
    'Where an object has no hook of Argo CD, its hook of Helm counts. With a word that Argo CD does not know the object is a hook of no phase: it is '
    + 'never applied, and nobody says so. crd-install has to stand alone.',
  bad: example('pre_install'),
  good: example('pre-install'),
  check(entry, context) {
    const value: unknown = entry.manifest.metadata.annotations?.[HELM_HOOK_ANNOTATION];
    if (typeof value !== 'string' || value === 'crd-install' || entry.manifest.metadata.annotations?.[HOOK_ANNOTATION] !== undefined) return;
    const tokens = hookTokens(value);
    const unknown = tokens.filter((token) => !READ.includes(token) && !NEVER_RUN.includes(token));
    if (unknown.length === 0 && tokens.length > 0) return;
    const never = syncPhasesOf(entry.manifest).length === 0 && deletePhasesOf(entry.manifest).length === 0;
    const effect = never ? 'the object is never applied' : 'it is ignored';
    const meant = unknown.map((token) => nearest(token, READ)).filter((token) => token !== undefined);
    context.report(pointer('/metadata/annotations', HELM_HOOK_ANNOTATION),
      unknown.length === 0 ? `the hook of Helm says nothing: ${effect}` : `Argo CD knows no hook ${unknown.join(', ')} of Helm: ${effect}`, {
        received: JSON.stringify(value),
        expected: READ.join(', '),
        fix: unknown.includes('crd-install')
          ? 'write crd-install alone'
          : meant.length > 0 ? `did you mean ${meant.join(', ')}?` : `write ${HOOK_ANNOTATION}`,
      });
  },
});

function example(hook: string): string {
  return `
apiVersion: v1
kind: ConfigMap
metadata:
  name: before
  annotations:
    helm.sh/hook: ${hook}
data:
  colour: blue
`;
}
