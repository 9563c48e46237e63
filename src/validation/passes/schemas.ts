import type { Manifest } from '../../manifests/manifest';
import type { ManifestEntry } from '../../manifests/manifest-set';
import type { Finding } from '../finding';
import type { SkippedCheck } from '../result';
import { SCHEMA_RULES } from '../rules/schema';
import { knownKind } from '../rules/schema/known-kind';
import type { SkippedRule } from '../schema/check-rules';
import type { KindProblem } from '../schema/known-kinds';
import { problemAt } from '../schema/new-meaning';
import type { SchemaProblem } from '../schema/schema-problem';
import type { Targets } from '../targets';

/** Where schemas come from and how an object is held against one. */
export interface Schemas {
  /** The schema of a kind, undefined when there is none. */
  schemaFor(apiVersion: string, kind: string, targets: Targets): unknown;
  /** Why there can be no such kind, where that is known of a kind without a schema. */
  kindProblem(apiVersion: string, kind: string, targets: Targets): KindProblem | undefined;
  /** Types, fields and bounds. */
  checkSchema(manifest: Manifest, schema: unknown): readonly SchemaProblem[];
  /** The rules over several fields, for an object of the right shape. */
  checkRules(manifest: Manifest, schema: unknown): readonly SchemaProblem[];
  /** The rules that `checkRules` passes over. */
  skippedRules(schema: unknown): readonly SkippedRule[];
}

/** What the schemas found, what they could not look at, and which objects are of the wrong shape. */
export interface SchemaPassResult {
  readonly findings: readonly Finding[];
  readonly skipped: readonly SkippedCheck[];
  readonly malformed: ReadonlySet<ManifestEntry>;
}

/** Holds each object against the schema of its kind. */
export function checkSchemas(
  entries: Iterable<ManifestEntry>, targets: Targets, schemas: Schemas, onObject?: (done: number) => void,
): SchemaPassResult {
  const findings: Finding[] = [];
  const malformed = new Set<ManifestEntry>();
  const kinds = new Map<string, KindOfObjects>();
  let done = 0;
  for (const entry of entries) {
    onObject?.(done++);
    const { apiVersion, kind } = entry.manifest;
    const key = `${apiVersion}\n${kind}`;
    let known = kinds.get(key);
    if (!known) {
      const schema = schemas.schemaFor(apiVersion, kind, targets);
      const problem = schema === undefined ? schemas.kindProblem(apiVersion, kind, targets) : undefined;
      known = { apiVersion, kind, schema, problem, count: 0 };
      kinds.set(key, known);
    }
    known.count++;
    if (known.problem) {
      findings.push({ rule: knownKind.id, severity: knownKind.severity, entry, ...problemAt(entry.manifest, known.problem) });
    }
    if (known.schema === undefined) continue;
    try {
      for (const problem of schemas.checkSchema(entry.manifest, known.schema)) {
        if (problem.structural) malformed.add(entry);
        findings.push(findingOf(entry, problem));
      }
      if (malformed.has(entry)) continue;
      for (const problem of schemas.checkRules(entry.manifest, known.schema)) findings.push(findingOf(entry, problem));
    } catch (error) {
      findings.push(defectOf(entry, error));
    }
  }
  const skipped: SkippedCheck[] = [];
  for (const { apiVersion, kind, schema, problem, count } of kinds.values()) {
    if (problem) continue;
    const reason = schema === undefined ? 'no schema of this kind is known' : reasonOf(schemas.skippedRules(schema));
    if (reason !== undefined) skipped.push({ apiVersion, kind, count, reason });
  }
  return { findings, skipped, malformed };
}

/** Rules about a change are not passed over: the API server does not evaluate them either when an object is new. */
function reasonOf(skipped: readonly SkippedRule[]): string | undefined {
  const rules = skipped.filter(({ rule }) => !/\boldSelf\b/.test(rule));
  if (rules.length === 0) return undefined;
  const reasons = [...new Set(rules.map(({ reason }) => reason))].sort().join('; ');
  return `${rules.length === 1 ? 'a rule of the schema is' : `${rules.length} rules of the schema are`} not evaluated: ${reasons}`;
}

interface KindOfObjects {
  readonly apiVersion: string;
  readonly kind: string;
  readonly schema: unknown;
  readonly problem: KindProblem | undefined;
  count: number;
}

function defectOf(entry: ManifestEntry, error: unknown): Finding {
  return {
    rule: knownKind.id,
    severity: 'error',
    entry,
    pointer: '',
    message: `the check against the schema itself failed: ${error instanceof Error ? error.message : String(error)}`,
    fix: 'this is a defect of the check, not of the object. report it; acknowledge the rule here to go on without it',
    isDefect: true,
  };
}

function findingOf(entry: ManifestEntry, problem: SchemaProblem): Finding {
  const { pointer, message, received, expected, fix, edit } = problem;
  const rule = SCHEMA_RULES[problem.keyword];
  return { rule: rule.id, severity: rule.severity, entry, pointer, message, received, expected, fix, ...(edit && { edit }) };
}
