import { describe } from '../../manifests/manifest';
import type { ManifestEntry, ManifestSet } from '../../manifests/manifest-set';
import { lineOf } from '../../manifests/provenance';
import type { Finding } from '../finding';
import { unique } from '../rules/manifests/unique';

/** Two objects of one identity in one unit: the second is reported, and says where the first one is. */
export function findDuplicates(manifests: ManifestSet): Finding[] {
  return manifests.duplicates.map(({ first, second }) => ({
    rule: unique.id,
    severity: unique.severity,
    entry: second,
    pointer: '/metadata/name',
    message: `${describe(second.id)} is already made by ${placeOf(first)}`,
    received: `a second one from ${placeOf(second)}`,
    expected: `one object of this kind, namespace and name in unit ${JSON.stringify(second.unit.id)}`,
    fix: 'rename one of the two, or put them into different units',
  }));
}

function placeOf(entry: ManifestEntry): string {
  const { constructPath, file } = entry.provenance;
  const line = lineOf(entry.provenance);
  if (constructPath) return line ? `${constructPath} (${line})` : constructPath;
  return line ?? file ?? `unit ${JSON.stringify(entry.unit.id)}`;
}
