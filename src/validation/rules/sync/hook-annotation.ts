import { deletePhasesOf, syncPhasesOf } from '../../../manifests/hooks';
import { certainlyMeant, corrected, correctedParts } from '../../certain-edit';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { annotated } from '../scopes';
import { argoAnnotation, argoAnnotationPointer, commaList } from './annotations';

const PHASES = ['PreSync', 'Sync', 'PostSync', 'SyncFail', 'Skip', 'PreDelete', 'PostDelete'];

/** Hooks of Helm, and what Argo CD has for them. */
const HELM: ReadonlyMap<string, string> = new Map([
  ['crdinstall', 'PreSync'],
  ['preinstall', 'PreSync'],
  ['preupgrade', 'PreSync'],
  ['postinstall', 'PostSync'],
  ['postupgrade', 'PostSync'],
  ['predelete', 'PreDelete'],
  ['postdelete', 'PostDelete'],
]);

/** Finds hooks of phases that do not exist. */
export const hookAnnotation = defineRule({
  id: 'sync/hook-annotation',
  severity: 'error',
  kinds: ['*'],
  scope: annotated,
  since: '0.1.0',
  implements: ['CD-097', 'CD-098'],
  title: 'a hook names phases that exist',
  rationale:
    'An object whose hook annotation names no phase that exists is a hook of no phase: Argo CD never applies it and does not '
    + 'report it either. A wrong phase beside right ones is ignored, and so is Skip. Phases are case-sensitive.',
  bad: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: before
  annotations:
    argocd.argoproj.io/hook: Presync
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
data:
  colour: blue
`,
  check(entry, context) {
    const hook = argoAnnotation(entry.manifest, 'hook');
    if (hook === undefined) return;
    const tokens = commaList(hook);
    const unknown = tokens.filter((token) => !PHASES.includes(token));
    const phases = [...syncPhasesOf(entry.manifest), ...deletePhasesOf(entry.manifest)];
    if (tokens.includes('Skip') && phases.length > 0) {
      context.report(argoAnnotationPointer('hook'), `Skip counts only alone: the object is applied in ${phases.join(', ')}`, {
        received: JSON.stringify(hook), fix: 'write Skip alone, or leave it out',
      });
    }
    if (unknown.length === 0 && tokens.length > 0) return;
    const isCertain = unknown.length > 0 && unknown.every((token) => certainlyMeant(token, PHASES) !== undefined);
    const meant = unknown.map((token) => cureOf(token)).filter((token) => token !== undefined);
    const effect = phases.length === 0 && !tokens.includes('Skip') ? 'the object is never applied' : tokens.length > unknown.length ? 'it is ignored' : 'the hook of Helm counts';
    context.report(
      argoAnnotationPointer('hook'),
      unknown.length === 0 ? `the hook names no phase: ${effect}` : `there is no phase ${unknown.join(', ')}: ${effect}`,
      {
        received: JSON.stringify(hook),
        expected: PHASES.join(', '),
        fix: meant.length > 0 ? `did you mean ${meant.join(', ')}?` : undefined,
        ...isCertain && corrected(argoAnnotationPointer('hook'), correctedParts(hook, (token) => certainlyMeant(token, PHASES))),
      },
    );
  },
});

function cureOf(token: string): string | undefined {
  return HELM.get(token.toLowerCase().replace(/[^a-z]/g, '')) ?? nearest(token, PHASES);
}
