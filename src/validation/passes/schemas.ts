import type { Manifest } from '../../manifests/manifest';
import type { ManifestEntry, ManifestSet } from '../../manifests/manifest-set';
import type { Finding } from '../finding';
import type { SkippedCheck } from '../result';
import { SCHEMA_RULES } from '../rules/schema';
import type { SchemaProblem } from '../schema/schema-problem';
import type { Targets } from '../targets';

/** Where schemas come from and how an object is held against one. */
export interface Schemas {
  /** The schema of a kind, undefined when there is none. */
  schemaFor(apiVersion: string, kind: string, targets: Targets): unknown;
  checkSchema(manifest: Manifest, schema: unknown): readonly SchemaProblem[];
}

/** What the schemas found, what they could not look at, and which objects are of the wrong shape. */
export interface SchemaPassResult {
  readonly findings: readonly Finding[];
  readonly skipped: readonly SkippedCheck[];
  readonly malformed: ReadonlySet<ManifestEntry>;
}

/** Holds each object against the schema of its kind. */
export function checkSchemas(manifests: ManifestSet, targets: Targets, schemas: Schemas): SchemaPassResult {
  const findings: Finding[] = [];
  const malformed = new Set<ManifestEntry>();
  const kinds = new Map<string, KindOfObjects>();
  for (const entry of manifests.entries) {
    const { apiVersion, kind } = entry.manifest;
    const key = `${apiVersion}\n${kind}`;
    let known = kinds.get(key);
    if (!known) {
      known = { apiVersion, kind, schema: schemas.schemaFor(apiVersion, kind, targets), count: 0 };
      kinds.set(key, known);
    }
    known.count++;
    if (known.schema === undefined) continue;
    for (const problem of schemas.checkSchema(entry.manifest, known.schema)) {
      if (problem.structural) malformed.add(entry);
      findings.push(findingOf(entry, problem));
    }
  }
  const skipped = [...kinds.values()]
    .filter((known) => known.schema === undefined)
    .map(({ apiVersion, kind, count }) => ({ apiVersion, kind, count, reason: 'no schema of this kind is known' }));
  return { findings, skipped, malformed };
}

interface KindOfObjects {
  readonly apiVersion: string;
  readonly kind: string;
  readonly schema: unknown;
  count: number;
}

function findingOf(entry: ManifestEntry, problem: SchemaProblem): Finding {
  const { pointer, message, received, expected, fix } = problem;
  const rule = SCHEMA_RULES[problem.keyword];
  return { rule: rule.id, severity: rule.severity, entry, pointer, message, received, expected, fix };
}
