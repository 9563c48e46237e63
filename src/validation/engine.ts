import type { ManifestSet } from '../manifests/manifest-set';
import type { Finding } from './finding';
import { compareFindings, compareText } from './order';
import { findDuplicates } from './passes/duplicates';
import { findCredentialsInFiles } from './passes/files';
import { findRivalSettings } from './passes/rival-settings';
import { runRules } from './passes/rules';
import { checkSchemas, type Schemas } from './passes/schemas';
import { countBySeverity, type ValidationResult } from './result';
import type { Rule } from './rule';
import { ALL_RULES, RULES } from './rules';
import { checkSchema } from './schema/check';
import { checkRules, skippedRules } from './schema/check-rules';
import { kindProblem } from './schema/known-kinds';
import { schemaFor } from './schema/schema-store';
import type { Targets } from './targets';
import { applyWaivers, type Waiver } from './waivers';

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
   * Where the schemas of kinds come from.
   *
   * @default - those that this library carries
   */
  readonly schemas?: Schemas;
}

/** Checks every object: duplicates, schema, rules; then takes out what is waived. */
export function validate(manifests: ManifestSet, options: ValidationOptions): ValidationResult {
  const { targets, rules = RULES, waivers = [], complete = true, schemas = OWN_SCHEMAS } = options;
  const { findings: schemaFindings, skipped, malformed } = checkSchemas(manifests, targets, schemas);
  const ruleFindings = runRules({ manifests, targets, rules, malformed, complete });
  const found = [
    ...(options.extra ?? []),
    ...findDuplicates(manifests),
    ...findRivalSettings(manifests),
    ...schemaFindings,
    ...ruleFindings,
    ...findCredentialsInFiles(manifests, rules, ruleFindings),
  ];
  const ruleIds = [...rules, ...ALL_RULES].map((rule) => rule.id);
  const { findings, waived } = applyWaivers(found, waivers, { today: options.today, ruleIds });
  return {
    findings: findings.sort(compareFindings),
    waived: waived.sort((a, b) => compareFindings(a.finding, b.finding)),
    skipped: [...skipped].sort((a, b) => compareText(a.apiVersion, b.apiVersion) || compareText(a.kind, b.kind)),
    counts: countBySeverity(findings),
    units: manifests.units.length,
    objects: manifests.entries.length,
  };
}

const OWN_SCHEMAS: Schemas = { schemaFor, kindProblem, checkSchema, checkRules, skippedRules };
