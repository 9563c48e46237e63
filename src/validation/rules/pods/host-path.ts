import { defineRule } from '../../rule';
import { examplePods } from './example-pods';
import { hostVolumesOf } from './host-volumes';
import { GUEST_POD_KINDS, podsOf } from './pods-of';

/** Finds volumes of the node's own file system. */
export const hostPath = defineRule({
  id: 'pods/host-path',
  severity: 'info',
  strict: true,
  kinds: GUEST_POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'pods keep their files in volumes, not on their node',
  rationale: 'Files of a node stay behind when the pod moves to another one, are seen by every pod that mounts the same path, and count for nobody\'s '
    + 'storage. The restricted and baseline Pod Security Standards refuse such pods.',
  bad: examplePods({ pod: 'volumes:\n  - name: cache\n    hostPath:\n      path: /srv/cache' }),
  good: examplePods({ pod: 'volumes:\n  - name: cache\n    emptyDir: {}' }),
  check(entry, context) {
    for (const pods of podsOf(entry)) {
      for (const { pointer, name, path, writers } of hostVolumesOf(pods)) {
        const written = writers.length > 0 ? `, and ${writers.join(', ')} can write to it` : '';
        context.report(pointer, `volume ${name} is ${path} of whatever node the pod is on${written}`, {
          received: path, expected: 'a volume of the cluster', fix: 'write a persistentVolumeClaim to keep files, or an emptyDir to lose them',
        });
      }
    }
  },
});
