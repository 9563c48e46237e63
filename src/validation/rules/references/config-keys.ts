import type { JsonObject } from '../../../manifests/json';
import { idOf } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { certainlyMeant, corrected } from '../../certain-edit';
import { madeAt } from '../../made-at';
import { defineRule, type RuleContext } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { examplePods } from '../pods/example-pods';
import { containersOfPods, POD_KINDS, type PodsAt, podsOf } from '../pods/pods-of';
import { joinDocuments } from '../rollouts/example-rollout';
import { flagField, objectField, objectsField, textField } from '../rollouts/fields';
import { type DataKind, madeKeys, makersOf } from './made-data';

const SETTINGS = `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  CURRENCY: EUR
`;

/** Finds keys that pods read of a ConfigMap or Secret which does not have them. */
export const configKeys = defineRule({
  id: 'references/config-keys',
  severity: 'error',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'the ConfigMaps and Secrets of pods have the keys that are read',
  rationale: 'A container whose variable comes from a key that is not there stays in CreateContainerConfigError, and a volume with such an item is never mounted: '
    + 'no pod starts, and the release waits until its progress deadline. A mount of a subPath that is not there is an empty folder. Only ConfigMaps and Secrets that '
    + 'are here are looked at, an ExternalSecret and a SealedSecret for what they become.',
  bad: joinDocuments(reading('CURENCY'), SETTINGS),
  good: joinDocuments(reading('CURRENCY'), SETTINGS),
  check(entry, context) {
    for (const pods of podsOf(entry)) for (const read of keysReadBy(pods)) reportKey(context, entry, read);
  },
});

/** A key of a ConfigMap or Secret that pods read. */
interface KeyRead {
  readonly kind: DataKind;
  readonly name: string;
  readonly key: string;
  readonly pointer: Pointer;
}

function reportKey(context: RuleContext, entry: ManifestEntry, { kind, name, key, pointer: at }: KeyRead): void {
  if (name === '' || key === '' || key.includes('{{') || key.includes('$(')) return;
  const makers = makersOf(kind, entry.id.namespace, name, entry, context.manifests);
  const [maker] = makers;
  if (!maker || context.manifests.isExternal(entry.unit, idOf({ apiVersion: 'v1', kind, metadata: { name } }, entry.id.namespace))) return;
  const lists = makers.map(madeKeys);
  const keys = [...new Set(lists.flatMap((list) => list ?? []))].sort();
  if (keys.includes(key) || lists.includes(undefined)) return;
  const near = nearest(key, keys);
  context.report(at, `${maker.id.kind} ${name}${madeAt(maker, entry)} has no key ${key}`, {
    received: key,
    expected: keys.join(', '),
    fix: near ? `did you mean ${near}?` : `write one of its keys, or add the key to the ${maker.id.kind}`,
    ...corrected(at, certainlyMeant(key, keys)),
  });
}

function keysReadBy(pods: PodsAt): KeyRead[] {
  const found: KeyRead[] = [];
  for (const { pointer: at, container } of containersOfPods(pods)) {
    for (const [index, variable] of objectsField(container, 'env')) {
      for (const [kind, field] of [['ConfigMap', 'configMapKeyRef'], ['Secret', 'secretKeyRef']] as const) {
        const ref = objectField(objectField(variable, 'valueFrom'), field);
        if (ref && !flagField(ref, 'optional')) {
          found.push({ kind, name: textField(ref, 'name'), key: textField(ref, 'key'), pointer: pointer(at, 'env', index, 'valueFrom', field, 'key') });
        }
      }
    }
  }
  const volumes = pointer(`${pods.pointer}/spec`, 'volumes');
  for (const [index, volume] of objectsField(pods.spec, 'volumes')) {
    found.push(...itemsOf(volume, pointer(volumes, index)), ...subPathsOf(pods, volume));
    for (const [position, source] of objectsField(objectField(volume, 'projected'), 'sources')) {
      found.push(...itemsOf(source, pointer(volumes, index, 'projected', 'sources', position)));
    }
  }
  return found;
}

/** A ConfigMap or Secret that a volume is filled from. */
interface DataSource {
  readonly kind: DataKind;
  readonly name: string;
  readonly field: string;
  readonly source: JsonObject;
}

/** The ConfigMap or Secret of a volume, or of a part of a projected one. */
function sourcesOf(volume: JsonObject): DataSource[] {
  return ([['ConfigMap', 'configMap'], ['Secret', 'secret']] as const).flatMap(([kind, field]) => {
    const source = objectField(volume, field);
    return source && !flagField(source, 'optional') ? [{ kind, field, source, name: textField(source, 'secretName') || textField(source, 'name') }] : [];
  });
}

function itemsOf(volume: JsonObject, at: Pointer): KeyRead[] {
  return sourcesOf(volume).flatMap(({ kind, field, source, name }) => objectsField(source, 'items')
    .map(([index, item]) => ({ kind, name, key: textField(item, 'key'), pointer: pointer(at, field, 'items', index, 'key') })));
}

/** Files of a volume that are mounted one by one. With items they have other names. */
function subPathsOf(pods: PodsAt, volume: JsonObject): KeyRead[] {
  return sourcesOf(volume).filter(({ source }) => source.items === undefined).flatMap(({ kind, name }) =>
    containersOfPods(pods).flatMap(({ pointer: at, container }) => objectsField(container, 'volumeMounts')
      .filter(([, mount]) => textField(mount, 'name') === textField(volume, 'name'))
      .map(([index, mount]) => ({ kind, name, key: textField(mount, 'subPath'), pointer: pointer(at, 'volumeMounts', index, 'subPath') }))));
}

function reading(key: string): string {
  return examplePods({ container: `env:\n  - name: CURRENCY\n    valueFrom:\n      configMapKeyRef:\n        name: settings\n        key: ${key}` });
}
