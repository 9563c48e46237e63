import { HOOK_ANNOTATION } from '../../../manifests/apply-order';
import { HELM_HOOK_ANNOTATION, isHook, syncPhasesOf } from '../../../manifests/hooks';
import { LOSSES, lossOf } from '../../../manifests/losses';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { deletePoliciesOf, whenDeleted } from './hook-policies';

/** Finds hooks with data or traffic, which Argo CD deletes as it does any hook. */
export const deletedAsHook = defineRule({
  id: 'sync/deleted-as-hook',
  severity: 'error',
  kinds: [...LOSSES.keys()],
  since: '0.1.0',
  implements: [],
  title: 'what holds data or serves traffic is no hook',
  rationale:
    'A hook is made to run again: Argo CD deletes the one of the last sync before it makes the next, unless its delete policy says another moment, and '
    + 'there is none that keeps it. Prune=false, Delete=false and what Helm keeps do not hold that back. Hooks of Helm are hooks of Argo CD too, '
    + 'with every sync and not only with the first. What has to be there before all the rest gets a negative wave instead. If the object is made for a '
    + 'single sync, acknowledge it.',
  bad: example('argocd.argoproj.io/hook: PreSync'),
  good: example("argocd.argoproj.io/sync-wave: '-1'"),
  check(entry, context) {
    const { manifest } = entry;
    // One with generateName has another name in each sync: nobody keeps anything in it.
    if (!isHook(manifest) || !manifest.metadata.name) return;
    const phases = syncPhasesOf(manifest);
    if (phases.length === 0) return;
    const { annotations } = manifest.metadata;
    const annotation = annotations?.[HOOK_ANNOTATION] === undefined ? HELM_HOOK_ANNOTATION : HOOK_ANNOTATION;
    context.report(pointer('/metadata/annotations', annotation), `this ${entry.id.kind} is a hook, and ${whenDeleted(manifest)}: ${lossOf(manifest)!}`, {
      received: `${annotations![annotation]!}, delete policy ${[...deletePoliciesOf(manifest)].join(',')}`,
      fix: phases.includes('PreSync')
        ? "take the hook out; what has to be there first gets argocd.argoproj.io/sync-wave: '-1'"
        : 'take the hook out; what comes after other objects gets a higher argocd.argoproj.io/sync-wave',
    });
  },
});

function example(annotation: string): string {
  return `
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: orders
  annotations:
    ${annotation}
spec:
  accessModes:
    - ReadWriteOnce
  resources:
    requests:
      storage: 10Gi
`;
}
