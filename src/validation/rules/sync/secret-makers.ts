import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import type { Reference } from '../../../manifests/references';
import { Place } from '../../../manifests/references/place';
import { UnitIndex } from '../references/unit-index';

/** The object of the same unit that a reference leads to, or the one that a Secret is made from. */
export function neededObject(manifests: ManifestSet, entry: ManifestEntry, reference: Reference): ManifestEntry | undefined {
  const found = manifests.find(entry.unit, reference);
  if (found) return found.unit.id === entry.unit.id ? found : undefined;
  if (reference.kind !== 'Secret' || reference.group !== '') return undefined;
  return MAKERS.find(manifests.of(entry.unit), keyOf(reference.namespace, reference.name))[0];
}

const MAKERS = new UnitIndex(({ id, manifest }) => {
  const name = secretOf(id.group, id.kind, Place.root(manifest)) || undefined;
  return name === undefined ? [] : [keyOf(id.namespace, name)];
});

/** The name of the Secret that a controller makes from an object. */
function secretOf(group: string, kind: string, root: Place): string {
  const name = root.at('metadata', 'name').text;
  switch (`${group}/${kind}`) {
    case 'bitnami.com/SealedSecret': return root.at('spec', 'template', 'metadata', 'name').text || name;
    case 'external-secrets.io/ExternalSecret': return root.at('spec', 'target', 'name').text || name;
    case 'cert-manager.io/Certificate': return root.at('spec', 'secretName').text;
    default: return '';
  }
}

function keyOf(namespace: string, name: string): string {
  return `${namespace}\n${name}`;
}
