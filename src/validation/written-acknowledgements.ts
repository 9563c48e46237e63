import type { ManifestEntry } from '../manifests/manifest-set';
import { annotationOf, type Annotations } from './acknowledgement';
import type { ValidationResult } from './result';

/**
 * The annotations of the objects whose findings somebody answers for in the manifests as well. An object on which a finding of the
 * same rule is left gets none of that rule, as it would hide that one too.
 */
export function writtenAcknowledgements({ findings, waived }: Pick<ValidationResult, 'findings' | 'waived'>): ReadonlyMap<ManifestEntry, Annotations> {
  const written = new Map<ManifestEntry, Record<string, string>>();
  for (const { finding: { rule, entry }, waiver } of waived) {
    if (!waiver.annotate || !entry || findings.some((left) => left.entry === entry && left.rule === rule)) continue;
    const annotations = written.get(entry) ?? {};
    const [name, value] = annotationOf(waiver);
    annotations[name] ??= value;
    written.set(entry, annotations);
  }
  return written;
}
