import { pointer, readable } from '../../../manifests/pointer';
import type { RuleContext } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { objectsField, textField } from '../rollouts/fields';
import { containersOfPods, type PodsAt } from './pods-of';

/**
 * Reports mounts of volumes that pods do not have, and volumes or mount paths that are there twice.
 *
 * @param claimed volumes that pods get from templates of claims
 */
export function reportMounts(pods: PodsAt, claimed: readonly string[], context: RuleContext): void {
  const at = `${pods.pointer}/spec/volumes`;
  const volumes = new Set<string>();
  for (const [index, volume] of objectsField(pods.spec, 'volumes')) {
    const name = textField(volume, 'name');
    if (volumes.has(name)) {
      context.report(pointer(at, index, 'name'), `two volumes are named ${name}`, {
        received: name, expected: 'a name that no other volume has', fix: 'rename or remove one of them',
      });
    }
    volumes.add(name);
  }
  for (const name of claimed) volumes.add(name);
  for (const { pointer: container, container: fields } of containersOfPods(pods)) {
    const paths = new Set<string>();
    for (const [index, mount] of objectsField(fields, 'volumeMounts')) {
      const name = textField(mount, 'name');
      const where = pointer(container, 'volumeMounts', index);
      if (name !== '' && !volumes.has(name)) {
        const near = nearest(name, [...volumes]);
        context.report(pointer(where, 'name'), `the pod has no volume ${name}`, {
          received: name,
          expected: [...volumes].sort().join(', ') || 'a volume of the pod',
          fix: near ? `did you mean ${near}?` : `add ${name} to ${readable(at)}, or mount another`,
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
}
