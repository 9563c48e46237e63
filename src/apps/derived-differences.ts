import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { addExternals } from '../app/externals';
import { unitOf } from '../app/units';
import { isApplicationOrSet } from '../manifests/applications';
import { groupOf } from '../manifests/manifest';
import { ManifestSet } from '../manifests/manifest-set';
import type { Unit } from '../manifests/unit';
import { deriveWrittenEntries, type WrittenFields } from '../ownership/derive';
import { FIELD_OWNERS } from '../ownership/field-owners';
import { asIgnoreDifference, type IgnoreDifference, mayLeadThroughList, mergeIgnoreDifferences, type WrittenEntry } from '../ownership/ignore-difference';
import { controllerWritesOf } from '../render/controller-writes';
import { isManifest } from '../render/render-failure';
import { Rendering } from '../render/rendering';
import type { SyncPolicy } from './sync-policy';

/** Fields of one object that Argo CD leaves alone because a controller writes them. */
export interface DerivedDifference {
  /** Absent for the core group. */
  readonly group?: string;
  /** Kind of the object. */
  readonly kind: string;
  /** Name of the object. */
  readonly name: string;
  /** Absent where the manifest names none. */
  readonly namespace?: string;
  /** The fields, as jq paths: `jqPathExpressions` of `ignoreDifferences`. */
  readonly jqPathExpressions: readonly string[];
  /** Who writes them. */
  readonly controller: string;
  /** Why it does. */
  readonly reason: string;
}

/** Whether fields that controllers write are ignored: all of them, none, or all but those of some kinds. */
export type DeriveDifferences = boolean | { readonly exceptKinds: readonly [string, ...string[]] };

/** What decides which of the fields an Application ignores. */
export interface DeriveOptions {
  /** @default true */
  readonly derive?: DeriveDifferences;
  /** How the Application applies: on the client's side, or by letting the API server merge. */
  readonly syncPolicy?: SyncPolicy;
}

/**
 * What the Application of these charts has to leave alone: the fields that controllers write into their objects, even when the
 * Rollout that makes them do so is in another chart of the app.
 */
export function derivedDifferences(scope: IConstruct, charts: readonly Chart[], options: DeriveOptions = {}): IgnoreDifference[] {
  return mergeIgnoreDifferences(writtenInto(scope, charts, options).map(asIgnoreDifference));
}

/** The same, one for each reason. */
export function explainedDifferences(scope: IConstruct, charts: readonly Chart[], options: DeriveOptions = {}): DerivedDifference[] {
  return writtenInto(scope, charts, options).map((entry) => ({
    ...(entry.group && { group: entry.group }),
    kind: entry.kind,
    name: entry.name,
    ...(entry.namespace && { namespace: entry.namespace }),
    jqPathExpressions: entry.jqPathExpressions,
    controller: entry.owner.controller,
    reason: entry.owner.reason,
  }));
}

/**
 * The sync options without which ignored fields would be written after all. Only objects that differ are applied. Where no field stands
 * in a list, Argo CD also keeps them when it applies the object; in lists that would keep the whole list, and changes in Git with it.
 *
 * @param written entries of the user, for which alone nothing is kept unasked
 */
export function optionsOfIgnored(derived: readonly IgnoreDifference[], written: readonly IgnoreDifference[] = []): string[] {
  const all = [...derived, ...written];
  if (all.length === 0) return [];
  return ['ApplyOutOfSyncOnly=true', ...(derived.length === 0 || all.some(mayBeInList) ? [] : ['RespectIgnoreDifferences=true'])];
}

// Nobody here knows what a field manager comes to own.
function mayBeInList({ jsonPointers = [], jqPathExpressions = [], managedFieldsManagers = [] }: IgnoreDifference): boolean {
  return managedFieldsManagers.length > 0 || [...jsonPointers, ...jqPathExpressions].some(mayLeadThroughList);
}

function appliesServerSide(syncPolicy: SyncPolicy | undefined): boolean {
  return syncPolicy?._toKube([])?.syncOptions?.includes('ServerSideApply=true') ?? false;
}

function writtenInto(scope: IConstruct, charts: readonly Chart[], { derive: wanted = true, syncPolicy }: DeriveOptions): WrittenEntry[] {
  if (wanted === false || charts.length === 0) return [];
  const except: readonly string[] = wanted === true ? [] : wanted.exceptKinds;
  const serverSide = appliesServerSide(syncPolicy);
  const rendering = Rendering.current(scope);
  const byUnit = known.get(rendering) ?? derive(rendering);
  known.set(rendering, byUnit);
  return charts.flatMap((chart) => byUnit.get(unitOf(chart).id) ?? [])
    .filter(({ kind, onlyServerSide = false, merged }) => !except.includes(kind) && (!onlyServerSide || serverSide || merged === 'by the server'));
}

/** Every Application of an app asks. */
const known = new WeakMap<Rendering, ReadonlyMap<string, readonly WrittenEntry[]>>();

function derive(rendering: Rendering): ReadonlyMap<string, readonly WrittenEntry[]> {
  const manifests = new ManifestSet();
  const units = new Map(rendering.charts.map((chart) => [chart, unitOf(chart)]));
  for (const [chart, unit] of units) {
    for (const object of rendering.objectsOf(chart)) {
      // They are what asks, while they are rendered themselves.
      if (isApplicationOrSet(object)) continue;
      const rendered = rendering.render(object);
      if (isManifest(rendered)) manifests.add(unit, rendered);
    }
  }
  for (const construct of rendering.constructs) addExternals(manifests, construct, units);
  return deriveWrittenEntries(manifests, rendering.constructs.flatMap((construct) => declaredBy(construct, units)));
}

function declaredBy(construct: IConstruct, units: ReadonlyMap<Chart, Unit>): WrittenFields[] {
  return controllerWritesOf(construct).map(({ apiVersion, owner = FIELD_OWNERS.declared, ...fields }) => {
    const unit = units.get(Chart.of(construct))!;
    const namespace = fields.namespace ?? (unit.namespace || undefined);
    return { unit, fields: { ...fields, group: groupOf(apiVersion), namespace, owner } };
  });
}
