import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { check, type CheckOptions, profileFor } from '../app/check';
import { type Collection, collect } from '../app/collect';
import { describe, idOf, type Manifest } from '../manifests/manifest';
import { Rendering } from '../render/rendering';
import { SyncPlan } from '../sync-plan/sync-plan';
import { annotated } from '../validation/acknowledgement';
import { type Finding, provenanceOf } from '../validation/finding';
import { Profile } from '../validation/profiles/profile';
import { countBySeverity, type ValidationResult } from '../validation/result';
import { writtenAcknowledgements } from '../validation/written-acknowledgements';
import { type JudgingOptions, profileNamed } from './judging';
import type { LabelledManifest, ManifestSource } from './manifest-source';

/**
 * The manifests of an app, or of a chart and the charts in it, as they are now. The whole app is validated: charts name each other's
 * objects.
 */
export function constructsSource(scope: IConstruct): ManifestSource {
  const root = scope.node.root;
  return Rendering.during(root, (rendering) => {
    const charts = rendering.charts.filter((chart) => chart.node.scopes.includes(scope));
    const collection = collect(rendering, { filesOf: () => undefined, asking: root });
    let result: ValidationResult | undefined;
    const checked = (): ValidationResult => (result ??= check(root, collection));
    const written = collection.waivers.some(({ annotate }) => annotate) ? acknowledged(checked()) : undefined;
    const manifests = charts.flatMap((chart) =>
      rendering.manifestsOf(chart).map((manifest) => labelled(chart, written?.get(manifest) ?? manifest)));
    return {
      manifests,
      synthesized: true,
      profile: profileFor(root) ?? Profile.recommended(),
      validate: (options) => within(scope, options === undefined ? checked() : check(root, collection, checkOptions(options))),
      syncPlan: () => planOf(scope, collection, manifests),
    };
  });
}

/** The manifests that say what is acknowledged, by those that were rendered. */
function acknowledged(result: ValidationResult): ReadonlyMap<Manifest, Manifest> {
  return new Map([...writtenAcknowledgements(result)].map(([{ manifest }, annotations]) => [manifest, annotated(manifest, annotations)]));
}

function checkOptions({ profile, ...others }: JudgingOptions): CheckOptions {
  return { ...others, ...profile !== undefined && { profile: profileNamed(profile) } };
}

function labelled(chart: Chart, manifest: Manifest): LabelledManifest {
  const id = idOf(manifest, chart.namespace);
  return { manifest, label: describe(id), namespace: id.namespace };
}

function planOf(scope: IConstruct, { manifests, unwritten }: Collection, labels: readonly LabelledManifest[]): SyncPlan {
  if (!Chart.isChart(scope)) return SyncPlan._of(manifests, { unwritten });
  return SyncPlan.of(labels.map(({ manifest }) => manifest), { name: scope.node.id, namespace: scope.namespace });
}

function within(scope: IConstruct, result: ValidationResult): ValidationResult {
  const findings = result.findings.filter((finding) => isWithin(scope, finding));
  const waived = result.waived.filter(({ finding }) => isWithin(scope, finding));
  return { ...result, findings, waived, counts: countBySeverity(findings) };
}

// What nobody made concerns everybody.
function isWithin(scope: IConstruct, finding: Finding): boolean {
  const own = scope.node.path;
  const made = finding.entry?.provenance.constructPath ?? provenanceOf(finding).constructPath;
  return made === undefined || own === '' || made === own || made.startsWith(`${own}/`);
}
