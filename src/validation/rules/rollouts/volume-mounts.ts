import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleRollout } from './example-rollout';
import { objectsField, textField } from './fields';
import { containersOf, hasWorkloadRef, podSpecOf } from './pod-template';
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
    if (hasWorkloadRef(entry.manifest)) return;
    const volumes = new Set<string>();
    for (const [index, volume] of objectsField(podSpecOf(entry.manifest), 'volumes')) {
      const name = textField(volume, 'name');
      if (volumes.has(name)) {
        context.report(pointer('/spec/template/spec/volumes', index, 'name'), `two volumes are named ${name}`, {
          received: name, expected: 'a name that no other volume has', fix: 'rename or remove one of them',
        });
      }
      volumes.add(name);
    }
    for (const at of containersOf(entry.manifest)) {
      const paths = new Set<string>();
      for (const [index, mount] of objectsField(at.container, 'volumeMounts')) {
        const name = textField(mount, 'name');
        const where = pointer(at.pointer, 'volumeMounts', index);
        if (name !== '' && !volumes.has(name)) {
          context.report(pointer(where, 'name'), `the pod has no volume ${name}`, {
            received: name,
            expected: [...volumes].sort().join(', ') || 'a volume of the pod',
            fix: `add ${name} to spec.template.spec.volumes, or mount another`,
          });
        }
        const path = textField(mount, 'mountPath');
        if (path !== '' && paths.has(path)) {
          context.report(pointer(where, 'mountPath'), `two volumes are mounted at ${path}`, {
            received: path, expected: 'a path of its own for each mount', fix: 'mount one of them elsewhere',
          });
        }
        paths.add(path);
      }
    }
  },
});
