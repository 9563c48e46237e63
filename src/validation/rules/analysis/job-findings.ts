import type { JsonObject, JsonValue } from '../../../manifests/json';
import { idOf, type Manifest } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { type Pointer, valueAt } from '../../../manifests/pointer';
import type { FindingDetails } from '../../finding';
import type { Rule, RuleContext } from '../../rule';
import { checkSchema } from '../../schema/check';
import { schemaFor } from '../../schema/schema-store';
import { noNegativeNumbers } from '../manifests/no-negative-numbers';
import { PODS_RULES } from '../pods';

/** What is wrong with a Job. */
export interface JobFinding {
  /** In the Job: `/spec/template/spec/...`. */
  readonly pointer: Pointer;
  readonly message: string;
  readonly details: FindingDetails;
}

/**
 * What the API server would have against the Job that this spec gives: its schema, and the rules about pods that nobody may break. What
 * the schema of the metric says of it anyway is left out.
 *
 * @param at where the spec is in the object with the metric
 */
export function findingsOfJob(
  spec: JsonObject, at: Pointer, entry: ManifestEntry, { manifests, targets }: RuleContext,
): readonly JobFinding[] {
  const manifest: Manifest = { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'metric' }, spec };
  const schema = schemaFor(manifest.apiVersion, manifest.kind, targets);
  const problems = schema ? checkSchema(manifest, schema) : [];
  const found = problems.map(({ pointer, message, received, expected, fix }): JobFinding => ({
    pointer, message, details: { received, expected, fix },
  }));
  if (!problems.some(({ structural }) => structural)) {
    const made: ManifestEntry = { ...entry, manifest, id: idOf(manifest, entry.id.namespace) };
    for (const rule of RULES) {
      const report: RuleContext['report'] = (pointer, message, { received, expected, fix } = {}) => {
        found.push({ pointer, message, details: { received, expected, fix } });
      };
      rule.check(made, { manifests, targets, report });
    }
  }
  const own = found.filter(({ pointer }) => !dependsOnArguments(valueAt(manifest, pointer)));
  if (own.length === 0) return own;
  const schemaOfMetric = schemaFor(entry.manifest.apiVersion, entry.manifest.kind, targets);
  const said = new Set(schemaOfMetric ? checkSchema(entry.manifest, schemaOfMetric).map(({ pointer }) => pointer) : []);
  return own.filter(({ pointer }) => !said.has(at + pointer.slice('/spec'.length)));
}

const RULES: readonly Rule[] = [...PODS_RULES, noNegativeNumbers].filter(({ severity, strict, needsCompleteSet, kinds }) =>
  severity === 'error' && strict !== true && needsCompleteSet !== true && kinds.includes('batch/Job'));

/** What an argument will be is not known before a run starts. A whole pod may have one somewhere, so that says nothing. */
function dependsOnArguments(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && value.includes('{{');
}
