import type { Manifest } from '../../src/manifests/manifest';
import { ManifestSet } from '../../src/manifests/manifest-set';
import type { Unit } from '../../src/manifests/unit';
import { deriveWrittenEntries, type WrittenFields } from '../../src/ownership/derive';
import { asIgnoreDifference, type IgnoreDifference, mergeIgnoreDifferences } from '../../src/ownership/ignore-difference';

/** What the Application of one chart with these manifests ignores. */
export function ignored(manifests: readonly Manifest[]): readonly IgnoreDifference[] {
  const unit: Unit = { id: 'web', namespace: 'shop', destination: { cluster: '' } };
  const set = new ManifestSet();
  for (const manifest of manifests) set.add(unit, manifest);
  return ignoredIn(set).get('web') ?? [];
}

/** What Applications ignore that apply on the client's side, or let the API server merge, by unit. */
export function ignoredIn(set: ManifestSet, declared: readonly WrittenFields[] = [], serverSide = false): Map<string, IgnoreDifference[]> {
  return new Map([...deriveWrittenEntries(set, declared)]
    .map(([unit, entries]) => [unit, entries.filter(({ onlyServerSide = false }) => serverSide || !onlyServerSide)] as const)
    .filter(([, entries]) => entries.length > 0)
    .map(([unit, entries]) => [unit, mergeIgnoreDifferences(entries.map(asIgnoreDifference))]));
}
