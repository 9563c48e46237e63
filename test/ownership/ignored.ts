import type { Manifest } from '../../src/manifests/manifest';
import { ManifestSet } from '../../src/manifests/manifest-set';
import type { Unit } from '../../src/manifests/unit';
import { deriveIgnoreDifferences } from '../../src/ownership/derive';
import type { IgnoreDifference } from '../../src/ownership/ignore-difference';

/** What the Application of one chart with these manifests ignores. */
export function ignored(manifests: readonly Manifest[]): readonly IgnoreDifference[] {
  const unit: Unit = { id: 'web', namespace: 'shop', destination: { cluster: '' } };
  const set = new ManifestSet();
  for (const manifest of manifests) set.add(unit, manifest);
  return deriveIgnoreDifferences(set).get('web') ?? [];
}
