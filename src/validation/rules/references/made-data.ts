import { EntryIndex } from '../../../manifests/entry-index';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { clustersMet, clustersOf } from '../../../manifests/unit';
import { isSet, objectField, objectsField, textField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';

/** Kinds that hold data by keys. */
export type DataKind = 'ConfigMap' | 'Secret';

/** The objects that are, or become, the ConfigMap or Secret of this name in a namespace. */
export function makersOf(
  kind: DataKind, namespace: string, name: string, { unit }: ManifestEntry, { entries }: ManifestSet,
): readonly ManifestEntry[] {
  return clustersMet(unit).flatMap((cluster) => BY_NAME.find(entries, `${cluster}\n${kind} ${namespace} ${name}`));
}

/** The names of the ConfigMaps or Secrets that are made in a namespace. */
export function madeNames(kind: DataKind, namespace: string, { unit }: ManifestEntry, { entries }: ManifestSet): string[] {
  return clustersMet(unit).flatMap((cluster) => BY_PLACE.find(entries, `${cluster}\n${kind} ${namespace}`)).map((maker) => madeBy(maker)!.name);
}

/** The keys that a ConfigMap or a Secret will have. Undefined where more may be added than is written there. */
export function madeKeys({ id, manifest }: ManifestEntry): readonly string[] | undefined {
  const spec = specOf(manifest);
  switch (id.kind) {
    case 'SealedSecret':
      return [...keysIn(spec, 'encryptedData'), ...keysIn(objectField(spec, 'template'), 'data')];
    case 'ExternalSecret': {
      const template = objectField(objectField(spec, 'target'), 'template');
      if (isSet(spec, 'dataFrom') || isSet(template, 'templateFrom')) return undefined;
      const read = objectsField(spec, 'data').map(([, item]) => textField(item, 'secretKey'));
      const written = keysIn(template, 'data');
      if (written.length === 0) return read;
      return textField(template, 'mergePolicy') === 'Merge' ? [...read, ...written] : written;
    }
    default: {
      // Controllers fill Secrets of other types, such as the tokens of service accounts, and what is written empty.
      if (![undefined, 'Opaque'].includes(manifest.type as string | undefined)) return undefined;
      const keys = ['binaryData', 'data', 'stringData'].flatMap((field) => keysIn(manifest, field));
      return keys.length === 0 ? undefined : keys;
    }
  }
}

function keysIn(parent: Parameters<typeof objectField>[0], key: string): string[] {
  return Object.keys(objectField(parent, key) ?? {});
}

function madeBy({ id, manifest }: ManifestEntry): { readonly kind: DataKind; readonly name: string } | undefined {
  switch (id.group ? `${id.group}/${id.kind}` : id.kind) {
    case 'ConfigMap':
      return { kind: 'ConfigMap', name: id.name };
    case 'Secret':
    case 'bitnami.com/SealedSecret':
      return { kind: 'Secret', name: id.name };
    case 'external-secrets.io/ExternalSecret':
      return { kind: 'Secret', name: textField(objectField(specOf(manifest), 'target'), 'name') || id.name };
    default:
      return undefined;
  }
}

const BY_NAME = new EntryIndex((entry) => {
  const made = madeBy(entry);
  return made ? clustersOf(entry.unit).map((cluster) => `${cluster}\n${made.kind} ${entry.id.namespace} ${made.name}`) : [];
});
const BY_PLACE = new EntryIndex((entry) => {
  const made = madeBy(entry);
  return made ? clustersOf(entry.unit).map((cluster) => `${cluster}\n${made.kind} ${entry.id.namespace}`) : [];
});
