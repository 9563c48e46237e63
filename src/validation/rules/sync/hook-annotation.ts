import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { argoAnnotation, argoAnnotationPointer, commaList } from './annotations';

const PHASES = ['PreSync', 'Sync', 'PostSync', 'SyncFail', 'Skip', 'PreDelete', 'PostDelete'];

/** Hooks of Helm, and what Argo CD has for them. */
const HELM: ReadonlyMap<string, string> = new Map([
  ['crdinstall', 'PreSync'],
  ['preinstall', 'PreSync'],
  ['preupgrade', 'PreSync'],
  ['postinstall', 'PostSync'],
  ['postupgrade', 'PostSync'],
]);

/** Finds hooks of phases that do not exist. */
export const hookAnnotation = defineRule({
  id: 'sync/hook-annotation',
  severity: 'error',
  kinds: ['*'],
  since: '0.1.0',
  implements: ['CD-097', 'CD-098'],
  title: 'a hook names phases that exist',
  rationale:
    'An object whose hook annotation names no phase that exists is a hook of no phase: Argo CD never applies it and does not '
    + 'report it either. A wrong phase beside right ones is ignored. Phases are case-sensitive.',
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
    const phases = commaList(hook);
    const unknown = phases.filter((phase) => !PHASES.includes(phase));
    const none = unknown.length === phases.length;
    if (unknown.length === 0 && !none) return;
    const meant = unknown.map((phase) => HELM.get(phase.toLowerCase().replace(/[^a-z]/g, '')) ?? nearest(phase, PHASES)).filter((phase) => phase !== undefined);
    const effect = none ? 'the object is never applied' : 'it is ignored';
    context.report(
      argoAnnotationPointer('hook'),
      unknown.length === 0 ? `the hook names no phase: ${effect}` : `there is no phase ${unknown.join(', ')}: ${effect}`,
      { received: JSON.stringify(hook), expected: PHASES.join(', '), fix: meant.length > 0 ? `did you mean ${meant.join(', ')}?` : undefined },
    );
  },
});
