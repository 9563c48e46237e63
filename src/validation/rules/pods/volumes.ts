import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { isSet, objectsField, textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { isDnsLabel } from './names';
import { containersOfPods, POD_KINDS, PODS_REFUSED, podsOf } from './pods-of';

/** Finds volumes with two sources or an illegal name, and mounts that say no path or one outside of the volume. */
export const volumes = defineRule({
  id: 'pods/volumes',
  severity: 'error',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: ['AR-008'],
  title: 'each volume has one source and a legal name, and each mount has a path',
  rationale: `${PODS_REFUSED} A volume without a source is an emptyDir.`,
  bad: examplePods({ pod: 'volumes:\n  - name: cache\n    emptyDir: {}\n    configMap:\n      name: web' }),
  good: examplePods({ pod: 'volumes:\n  - name: cache\n    emptyDir: {}' }),
  check(entry, context) {
    for (const pods of podsOf(entry)) {
      for (const [index, volume] of objectsField(pods.spec, 'volumes')) {
        const name = textField(volume, 'name');
        const at = pointer(`${pods.pointer}/spec/volumes`, index);
        const sources = Object.keys(volume).filter((key) => key !== 'name' && isSet(volume, key)).sort();
        if (sources.length > 1) {
          context.report(at, `volume ${name} has ${sources.length} sources`, {
            received: sources.join(', '), expected: 'one source', fix: 'make a volume of each, or remove the others',
          });
        }
        if (isSet(volume, 'name') && !isDnsLabel(name)) {
          context.report(pointer(at, 'name'), `"${name}" is no name of a volume`, {
            received: name, expected: 'up to 63 lower case letters, digits and "-"', fix: 'rename the volume',
          });
        }
      }
      for (const { pointer: container, container: fields } of containersOfPods(pods)) {
        for (const [index, mount] of objectsField(fields, 'volumeMounts')) {
          const at = pointer(container, 'volumeMounts', index);
          const name = textField(mount, 'name');
          if (mount.mountPath === '') {
            context.report(pointer(at, 'mountPath'), `the mount of ${name} has an empty path`, {
              expected: 'a path in the container, such as /var/cache', fix: 'write the path',
            });
          }
          for (const key of ['subPath', 'subPathExpr']) {
            const path = textField(mount, key);
            if (!path.startsWith('/') && !path.split('/').includes('..')) continue;
            context.report(pointer(at, key), `${key} ${path} does not stay in the volume`, {
              received: path, expected: 'a path below the root of the volume, without ".."', fix: 'write it without a leading slash',
            });
          }
          if (textField(mount, 'subPath') !== '' && textField(mount, 'subPathExpr') !== '') {
            context.report(at, `the mount of ${name} has a subPath and a subPathExpr`, {
              received: 'both', expected: 'one of them', fix: 'remove the other',
            });
          }
        }
      }
    }
  },
});
