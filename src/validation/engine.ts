import type { ManifestEntry, ManifestSet } from '../manifests/manifest-set';
import type { Finding } from './finding';
import { knownToAll, madeObjects } from './made-objects';
import { compareFindings, compareText } from './order';
import { findDuplicates } from './passes/duplicates';
import { findCredentialsInFiles } from './passes/files';
import { findInMadeObjects } from './passes/made-objects';
import { findRivalSettings } from './passes/rival-settings';
import { runRules } from './passes/rules';
import { checkSchemas, type Schemas } from './passes/schemas';
import { leveled } from './profiles/leveled';
import { Profile } from './profiles/profile';
import { countBySeverity, type ValidationResult } from './result';
import type { Rule } from './rule';
import { ALL_RULES, RULES } from './rules';
import { checkSchema } from './schema/check';
import { checkRules, skippedRules } from './schema/check-rules';
import { kindProblem } from './schema/known-kinds';
import { schemaFor } from './schema/schema-store';
import type { Targets } from './targets';
import { applyWaivers, type Waiver } from './waivers';

/** Hears what is being done, and with how many of the objects it is done. */
export type OnProgress = (phase: 'holding objects against schemas' | 'checking rules', done: number, of: number) => void;

/** What validation is told beside the objects. */
export interface ValidationOptions {
  readonly targets: Targets;
  /**
   * The rules to run.
   *
   * @default - all of this library
   */
  readonly rules?: readonly Rule[];
  /**
   * Which of the rules run, and how bad it is what they find.
   *
   * @default Profile.recommended()
   */
  readonly profile?: Profile;
  /**
   * Findings that somebody answers for.
   *
   * @default - none
   */
  readonly waivers?: readonly Waiver[];
  /**
   * The day on which dates of waivers are judged, `YYYY-MM-DD`.
   *
   * @default - today in UTC, read only when a waiver has a date
   */
  readonly today?: string;
  /**
   * Findings of other passes, to be sorted, waived and counted with the rest.
   *
   * @default - none
   */
  readonly extra?: readonly Finding[];
  /**
   * Whether the set is all that will be there. When it is not, an object that is missing is a warning.
   *
   * @default true
   */
  readonly complete?: boolean;
  /**
   * The objects that are judged, by rules alone: the others are only there for them.
   *
   * @default - all, and by schemas too
   */
  readonly about?: ReadonlySet<ManifestEntry>;
  /**
   * Told now and then how far it is.
   *
   * @default - nobody is told
   */
  readonly onProgress?: OnProgress;
  /**
   * Where the schemas of kinds come from.
   *
   * @default - those that this library carries
   */
  readonly schemas?: Schemas;
}

/** Checks every object: duplicates, schema, rules; then takes out what is waived. */
export function validate(manifests: ManifestSet, options: ValidationOptions): ValidationResult {
  const { targets, waivers = [], complete = true, schemas = OWN_SCHEMAS, profile = Profile.recommended() } = options;
  const rules = rulesOf(profile, options.rules ?? RULES);
  const { about, onProgress } = options;
  const { findings: schemaFindings, skipped, malformed } = checkSchemas(about ?? manifests.entries, targets, schemas, told(onProgress, 'holding objects against schemas', manifests));
  const made = madeObjects(manifests);
  const seen = knownToAll(made);
  const judged = seen.length > 0 ? manifests.beside(seen) : manifests;
  const ruleFindings = runRules({ manifests: judged, about: about ?? manifests.entries, targets, rules, malformed, complete, onStretch: told(onProgress, 'checking rules', manifests) });
  const own = about ? made.filter(({ source }) => about.has(source)) : made;
  const madeFindings = own.length === 0
    ? []
    : findInMadeObjects({ manifests: manifests.beside(made), made: own, targets, rules, schemas, complete });
  const found = about ? [...ruleFindings, ...madeFindings] : [
    ...(options.extra ?? []),
    ...findDuplicates(manifests),
    ...findRivalSettings(manifests),
    ...schemaFindings,
    ...ruleFindings,
    ...findCredentialsInFiles(manifests, rules, ruleFindings),
    ...madeFindings,
  ];
  const known = [...options.rules ?? [], ...ALL_RULES];
  const named = waivers.length > 0 ? known : [];
  const kept = applyWaivers(found, waivers, {
    today: options.today,
    ruleIds: named.map((rule) => rule.id),
    offRules: named.filter((rule) => profile._levelOf(rule) === 'off').map((rule) => rule.id),
  });
  const findings = leveled(kept.findings, profile, { rules: known, complete });
  return {
    findings: findings.sort(compareFindings),
    waived: kept.waived.sort((a, b) => compareFindings(a.finding, b.finding)),
    skipped: [...skipped].sort((a, b) => compareText(a.apiVersion, b.apiVersion) || compareText(a.kind, b.kind)),
    counts: countBySeverity(findings),
    units: manifests.units.length,
    objects: manifests.entries.length,
  };
}

type Told = (done: number) => void;

function told(onProgress: OnProgress | undefined, phase: Parameters<OnProgress>[0], { entries }: ManifestSet): Told | undefined {
  return onProgress && ((done) => onProgress(phase, done, entries.length));
}

/** The rules of a list that a profile has, found once. */
const selections = new WeakMap<Profile, WeakMap<readonly Rule[], readonly Rule[]>>();

function rulesOf(profile: Profile, rules: readonly Rule[]): readonly Rule[] {
  let byList = selections.get(profile);
  if (!byList) selections.set(profile, byList = new WeakMap<readonly Rule[], readonly Rule[]>());
  let selection = byList.get(rules);
  if (!selection) byList.set(rules, selection = rules.filter((rule) => profile._levelOf(rule) !== 'off'));
  return selection;
}

const OWN_SCHEMAS: Schemas = { schemaFor, kindProblem, checkSchema, checkRules, skippedRules };
