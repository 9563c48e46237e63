import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { isSet, objectField, objectsField, textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { containersOfPods, POD_KINDS, PODS_REFUSED, podsOf } from './pods-of';

/** What a source of data is called by. */
const NAMES: ReadonlyArray<readonly [field: string, key: string, what: string]> = [
  ['configMap', 'name', 'ConfigMap'], ['configMapRef', 'name', 'ConfigMap'], ['configMapKeyRef', 'name', 'ConfigMap'],
  ['secret', 'name', 'Secret'], ['secretRef', 'name', 'Secret'], ['secretKeyRef', 'name', 'Secret'],
  ['persistentVolumeClaim', 'claimName', 'PersistentVolumeClaim'],
];

/** A container whose environment comes from this. */
function environment(source: string): string {
  return examplePods({ container: `envFrom:\n  - configMapRef: ${source}` });
}

/** Finds volumes and variables that do not say which object they come from. */
export const sourceNames = defineRule({
  id: 'pods/source-names',
  severity: 'error',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: ['AR-008'],
  title: 'volumes and variables name the ConfigMap, the Secret or the claim that they come from',
  rationale: `${PODS_REFUSED} The schemas take the name for one that may be left out.`,
  bad: environment('{}'),
  good: environment('{ name: settings }'),
  check(entry, context) {
    for (const pods of podsOf(entry)) {
      const places = [
        ...objectsField(pods.spec, 'volumes').flatMap(([index, volume]) => [
          { at: pointer(`${pods.pointer}/spec/volumes`, index), source: volume, isVolume: true },
          ...objectsField(objectField(volume, 'projected'), 'sources').map(([position, source]) => (
            { at: pointer(`${pods.pointer}/spec/volumes`, index, 'projected', 'sources', position), source, isVolume: false })),
        ]),
        ...containersOfPods(pods).flatMap(({ pointer: at, container }) => [
          ...objectsField(container, 'envFrom').map(([index, source]) => ({ at: pointer(at, 'envFrom', index), source, isVolume: false })),
          ...objectsField(container, 'env').flatMap(([index, variable]) => {
            const source = objectField(variable, 'valueFrom');
            return source ? [{ at: pointer(at, 'env', index, 'valueFrom'), source, isVolume: false }] : [];
          }),
        ]),
      ];
      for (const { at, source, isVolume } of places) {
        for (const [field, key, what] of NAMES) {
          const named = objectField(source, field);
          const name = field === 'secret' && isVolume ? 'secretName' : key;
          // A field of another name, or of another type, is told as such; a claim has to have the field.
          if (!named || textField(named, name) !== '' || (isSet(named, name) && named[name] !== '') || (key === 'claimName' && !isSet(named, name))) continue;
          context.report(pointer(at, field), `this names no ${what}`, { received: `no ${name}`, expected: `the name of a ${what}`, fix: `write ${name}` });
        }
      }
    }
  },
});
