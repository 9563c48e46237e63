import type { ManifestEntry } from '../manifests/manifest-set';

/**
 * ` (made at main.ts:12)` for a message about another object than the one under check, whose line the report does not give.
 * Empty when nobody knows the line, and when it is the line of the object under check.
 */
export function madeAt(other: ManifestEntry, checked: ManifestEntry): string {
  const line = other.provenance.source?.();
  if (line === undefined || line === checked.provenance.source?.()) return '';
  return ` (${other.provenance.isLineOfChart?.() ? 'in the chart ' : ''}made at ${line})`;
}
