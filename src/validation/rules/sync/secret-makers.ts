import { EntryIndex } from '../../../manifests/entry-index';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import type { Reference } from '../../../manifests/references';
import { Place } from '../../../manifests/references/place';

/** The object of the same unit that a reference leads to, or the one that a Secret is made from. */
export function neededObject(manifests: ManifestSet, entry: ManifestEntry, reference: Reference): ManifestEntry | undefined {
  const found = manifests.find(entry.unit, reference);
  if (found) return found.unit.id === entry.unit.id ? found : undefined;
  if (reference.kind !== 'Secret' || reference.group !== '') return undefined;
  return MAKERS.find(manifests.of(entry.unit), keyOf(reference.namespace, reference.name))[0];
}

const MAKERS = new EntryIndex(({ id, manifest }) => {
  const secretOf = SECRET_OF.get(`${id.group}/${id.kind}`);
  if (!secretOf) return [];
  const root = Place.root(manifest);
  const name = secretOf(root.at('spec')) || root.at('metadata', 'name').text;
  return [keyOf(id.namespace, name)];
});

/** Where the kinds that a controller makes Secrets from name them; one that says nothing gives it its own name. */
const SECRET_OF: ReadonlyMap<string, (spec: Place) => string> = new Map([
  ['bitnami.com/SealedSecret', (spec: Place) => spec.at('template', 'metadata', 'name').text],
  ['external-secrets.io/ExternalSecret', (spec: Place) => spec.at('target', 'name').text],
  ['cert-manager.io/Certificate', (spec: Place) => spec.at('secretName').text],
]);

function keyOf(namespace: string, name: string): string {
  return `${namespace}\n${name}`;
}
