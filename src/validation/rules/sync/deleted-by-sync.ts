import { LOSSES, lossOf, NEVER_REPLACED } from '../../../manifests/losses';
import { defineRule } from '../../rule';
import { argoAnnotationPointer, objectOptions } from './annotations';

/** Finds objects with data or traffic that a sync may delete. */
export const deletedBySync = defineRule({
  id: 'sync/deleted-by-sync',
  severity: 'error',
  kinds: [...LOSSES.keys()],
  since: '0.1.0',
  implements: [],
  title: 'no sync deletes what holds data or serves traffic',
  rationale:
    'Force=true deletes an object and makes it again when Kubernetes refuses a change; together with Replace=true that happens with every sync, '
    + 'changed or not. Right for a Job, not for what holds data or serves traffic. Argo CD reads both from the object in the cluster too, so they hold '
    + 'until the sync after the one that takes them away. If it is wanted, acknowledge it.',
  bad: example('Force=true,Replace=true'),
  good: example('Prune=false'),
  check(entry, context) {
    const options = objectOptions(entry.manifest);
    if (!options.includes('Force=true')) return;
    const kind = entry.id.group ? `${entry.id.group}/${entry.id.kind}` : entry.id.kind;
    const replaced = options.includes('Replace=true');
    if (replaced && NEVER_REPLACED.has(kind)) return;
    const when = replaced ? 'every sync deletes' : 'a change that Kubernetes refuses deletes';
    context.report(argoAnnotationPointer('sync-options'), `${when} this ${entry.id.kind} and makes it again: ${lossOf(entry.manifest)!}`, {
      received: options.join(','),
      fix: `take ${replaced ? 'Force=true and Replace=true' : 'Force=true'} out, or acknowledge the deletion`,
    });
  },
});

function example(options: string): string {
  return `
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: orders
  annotations:
    argocd.argoproj.io/sync-options: ${options}
spec:
  accessModes:
    - ReadWriteOnce
  resources:
    requests:
      storage: 10Gi
`;
}
