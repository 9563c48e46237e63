import type { ManifestEntry } from '../manifests/manifest-set';
import type { Finding } from '../validation/finding';
import { RULES } from '../validation/rules';
import type { Alternative } from './alternatives';
import type { LintedObject } from './linted-object';
import type { PlacedSet } from './placed-objects';

const OF_RULES: ReadonlySet<string> = new Set(RULES.map(({ id }) => id));

/** What is found in an alternative. */
export interface AlternativeFindings {
  readonly alternative: Alternative;
  readonly findings: readonly Finding[];
}

/**
 * Puts what is found in the alternatives to what is found in the first way. An error that depends on which files are applied is a
 * warning, and what only an alternative shows says when.
 */
export function withAlternatives(
  findings: readonly Finding[], { sources }: PlacedSet, alternatives: readonly AlternativeFindings[],
): readonly Finding[] {
  const entries = new Map([...sources].map(([entry, object]) => [object, entry]));
  const keyIn = (of: ReadonlyMap<ManifestEntry, LintedObject>, { rule, entry, pointer }: Finding): string => {
    const object = entry && of.get(entry);
    return object ? `${object.document.file.path}\n${object.document.offset}\n${object.base}\n${rule}\n${pointer}` : `\n\n\n${rule}\n${pointer}`;
  };
  let all = findings;
  for (const { alternative, findings: seen } of alternatives) {
    const judged = new Set([...alternative.about].map((entry) => entries.get(alternative.sources.get(entry)!)));
    const known = new Set(all.map((finding) => keyIn(sources, finding)));
    const there = new Set(seen.map((finding) => keyIn(alternative.sources, finding)));
    const isNew = (finding: Finding): boolean =>
      !known.has(keyIn(alternative.sources, finding)) && (alternative.hasRivals || finding.rival === undefined);
    const added = seen.filter(isNew).map((finding): Finding => {
      const entry = finding.entry!;
      const message = `${finding.message} (if ${alternative.when(entry, finding.message)})`;
      return { ...asWarning(finding), entry: entries.get(alternative.sources.get(entry)!), message };
    });
    const certain = all.map((finding) => {
      const isGone = OF_RULES.has(finding.rule) && judged.has(finding.entry) && !there.has(keyIn(sources, finding));
      return isGone ? asWarning(finding) : finding;
    });
    all = [...certain, ...added];
  }
  return all;
}

/** Two objects of loose files that cannot stand beside each other are no error: nobody says that both are applied. */
export function withRivals(findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => {
    const { entry, rival } = finding;
    if (!entry || !rival || entry.provenance.file === rival.provenance.file) return finding;
    return entry.unit.looseFolder === undefined && rival.unit.looseFolder === undefined ? finding : asWarning(finding);
  });
}

function asWarning(finding: Finding): Finding {
  return finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding;
}
