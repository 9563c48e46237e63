import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { nearest } from '../../schema/similar-name';
import { objectField, objectsField, textField } from '../rollouts/fields';
import { specOf, trafficRoutingOf } from '../rollouts/rollout-strategy';

/** The subsets that a Rollout names, beside those that its DestinationRule has. */
export interface ManagedSubsets {
  /** The DestinationRule. */
  readonly entry: ManifestEntry;
  readonly found: readonly string[];
  readonly missing: readonly MissingSubset[];
  /** Those that the DestinationRule has beside the ones that the Rollout names, and beside the ones that it misspells. */
  readonly others: readonly string[];
}

/** A subset that the DestinationRule lacks. */
export interface MissingSubset {
  readonly key: 'canarySubsetName' | 'stableSubsetName';
  readonly name: string;
  /** The subset that it has instead, under nearly that name. */
  readonly meant?: string;
}

/** Compares the subsets that a Rollout names with its DestinationRule, undefined when that is not in the set. */
export function managedSubsets(rollout: ManifestEntry, manifests: ManifestSet): ManagedSubsets | undefined {
  const config = objectField(objectField(trafficRoutingOf(rollout.manifest), 'istio'), 'destinationRule');
  if (!config) return undefined;
  const id = { group: 'networking.istio.io', kind: 'DestinationRule', namespace: rollout.id.namespace, name: textField(config, 'name') };
  const entry = manifests.find(rollout.unit, id);
  if (!entry) return undefined;
  const found = objectsField(specOf(entry.manifest), 'subsets').map(([, subset]) => textField(subset, 'name'));
  const wanted = (['canarySubsetName', 'stableSubsetName'] as const).map((key) => ({ key, name: textField(config, key) }));
  const others = new Set(found.filter((subset) => !wanted.some(({ name }) => name === subset)));
  const missing = wanted.filter(({ name }) => name !== '' && !found.includes(name)).map(({ key, name }): MissingSubset => {
    const meant = nearest(name, others);
    if (meant !== undefined) others.delete(meant);
    return { key, name, meant };
  });
  return { entry, found, missing, others: [...others] };
}
