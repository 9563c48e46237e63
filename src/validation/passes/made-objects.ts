import type { MadeObject } from '../../manifests/made-object';
import type { ManifestSet } from '../../manifests/manifest-set';
import type { Finding } from '../finding';
import type { Rule } from '../rule';
import type { Targets } from '../targets';
import { runRules } from './rules';
import { checkSchemas, type Schemas } from './schemas';

/** What objects that something else makes are judged with. */
export interface MadePass {
  /** The set in which all of them are. */
  readonly manifests: ManifestSet;
  readonly made: readonly MadeObject[];
  readonly targets: Targets;
  readonly rules: readonly Rule[];
  readonly schemas: Schemas;
  readonly complete: boolean;
}

/** Judges ConfigMaps that something else makes, and says it of the places where they are written. */
export function findInMadeObjects({ made, manifests, targets, rules, schemas, complete }: MadePass): Finding[] {
  const byEntry = new Map(made.map((one) => [one.entry, one]));
  const about = [...byEntry.keys()];
  const { findings, malformed } = checkSchemas(about, targets, schemas);
  // Rules about every object look at what it is written in.
  const own = rules.filter(({ kinds }) => kinds.includes('ConfigMap'));
  // Who writes a part has the rest elsewhere, and what is around it too.
  const needsMore = (rule: Rule): boolean => rule.needsWholeObject === true || (rule.needsCompleteSet === true && !complete);
  const wholeOnly = new Set(own.filter(needsMore).map(({ id }) => id));
  return [...findings, ...runRules({ manifests, about, targets, rules: own, malformed, complete })].flatMap((finding) => {
    const one = byEntry.get(finding.entry!)!;
    return one.isPart && wholeOnly.has(finding.rule) ? [] : asWritten(finding, one);
  });
}

/** The finding at the place where it is written. Nothing where it is about what nobody has to write there. */
function asWritten(finding: Finding, { entry, source, isPart, placeOf, place }: MadeObject): readonly Finding[] {
  const [, field, key] = finding.pointer.split('/');
  const isKey = field === 'data' && key !== undefined;
  const written = isKey ? placeOf(finding.pointer) : undefined;
  if (!written && (isPart || isKey)) return [];
  const { edit } = finding;
  const at = edit && placeOf(edit.pointer);
  const there = written ?? place;
  return [{
    ...finding,
    entry: source,
    ...(source === entry ? {} : { subject: entry }),
    pointer: there.pointer,
    ...(there.inside === undefined ? {} : { inside: there.inside }),
    edit: at && { ...edit, pointer: at.inside ?? at.pointer },
  }];
}
