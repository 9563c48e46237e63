import type { GeneratedApplication } from '../../../expansion/application-set-expansion';
import { idOf, type Manifest } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import type { Pointer } from '../../../manifests/pointer';
import type { FindingDetails } from '../../finding';
import type { Rule, RuleContext } from '../../rule';
import { checkSchema } from '../../schema/check';
import { schemaFor } from '../../schema/schema-store';

/** What is wrong with an Application that a set makes. */
export interface ApplicationFinding {
  /** In the Application. */
  readonly pointer: Pointer;
  readonly message: string;
  readonly details: FindingDetails;
}

/** What rules find in an Application, as if it were written in the place of the set. */
export function rulesOn(
  manifest: Manifest, rules: readonly Rule[], entry: ManifestEntry, context: RuleContext,
): readonly ApplicationFinding[] {
  return rules.flatMap((rule) => {
    const found = checkOn(manifest, (made, own) => { rule.check(made, own); }, entry, context);
    return rule.needsCompleteSet ? found.map(({ details, ...rest }) => ({ ...rest, details: { ...details, misses: true } })) : found;
  });
}

/** What a check finds in an Application, as if it were written in the place of the set. */
export function checkOn(
  manifest: Manifest, check: Rule['check'], entry: ManifestEntry, { manifests, targets }: RuleContext,
): readonly ApplicationFinding[] {
  const made: ManifestEntry = { ...entry, manifest, id: idOf(manifest, entry.id.namespace) };
  const found: ApplicationFinding[] = [];
  const report = (pointer: Pointer, message: string, details: FindingDetails = {}): void => { found.push({ pointer, message, details }); };
  check(made, { manifests, targets, report });
  return found;
}

/** What a schema finds. */
export interface SchemaFindings {
  readonly found: readonly ApplicationFinding[];
  /** Whether the shape is so wrong that rules cannot read it. */
  readonly malformed: boolean;
}

/** What the schema finds in an Application. */
export function schemaOn(manifest: Manifest, { targets }: RuleContext): SchemaFindings {
  const schema = schemaFor(manifest.apiVersion, manifest.kind, targets);
  const problems = schema ? checkSchema(manifest, schema) : [];
  const found = problems.map(({ pointer, message, ...details }) => ({ pointer, message, details: detailsOf(details) }));
  return { found, malformed: problems.some(({ structural }) => structural) };
}

/** Those of the findings that the patch of the template is to blame for, or with `false` the others. */
export function broughtByPatch(
  found: readonly ApplicationFinding[],
  { unpatched }: GeneratedApplication,
  brought: boolean,
  find: (manifest: Manifest) => readonly ApplicationFinding[],
): readonly ApplicationFinding[] {
  if (found.length === 0 || !unpatched) return brought ? [] : found;
  const before = new Set(find(unpatched).map(keyOf));
  return found.filter((one) => before.has(keyOf(one)) !== brought);
}

function detailsOf({ received, expected, fix }: FindingDetails): FindingDetails {
  return { received, expected, fix };
}

function keyOf({ pointer, message }: ApplicationFinding): string {
  return `${pointer}\n${message}`;
}
