import { defineRule } from '../../rule';
import { reportMounts } from '../pods/mounts';
import { podsOf } from '../pods/pods-of';
import { exampleRollout } from './example-rollout';
import { ROLLOUT } from './rollout-strategy';

/** A container that mounts `cache`; the pod has the volume of this name. */
function volumesExample(volume: string): string {
  return exampleRollout({ template: `
metadata:
  labels:
    app: web
spec:
  containers:
    - name: web
      image: example.com/web:1.4.2
      readinessProbe:
        httpGet:
          path: /healthz
          port: 8080
      volumeMounts:
        - name: cache
          mountPath: /var/cache
  volumes:
    - name: ${volume}
      emptyDir: {}
` });
}

/** Finds mounts of volumes that the pod does not have, and volumes or mount paths that are there twice. */
export const volumeMounts = defineRule({
  id: 'rollouts/volume-mounts',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-008'],
  title: 'each volume mount names a volume of the pod',
  rationale: 'No pod could start, so the controller validates mounts as Kubernetes would and marks the Rollout InvalidSpec.',
  bad: volumesExample('temporary'),
  good: volumesExample('cache'),
  check(entry, context) {
    for (const pods of podsOf(entry)) reportMounts(pods, [], context);
  },
});
