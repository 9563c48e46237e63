import { isClusterScoped } from '../manifests/cluster-scoped';
import type { ManifestEntry, ManifestSet } from '../manifests/manifest-set';
import { mergedBy } from '../manifests/server-side';
import { appliedName, type Unit } from '../manifests/unit';
import { albEntries } from './alb-entries';
import type { WrittenEntry } from './ignore-difference';
import { istioEntries } from './istio-entries';
import { routerEntries } from './router-entries';
import { isAutoscaler, scalingEntries } from './scaling-entries';
import { serviceEntries } from './service-entries';
import { workloadEntries } from './workload-entries';

/** Fields that controllers write into one object, and the unit of whoever makes it do so. */
export interface WrittenFields {
  readonly unit: Unit;
  readonly fields: WrittenEntry;
}

/**
 * The fields that controllers write while a release runs, by the id of the unit whose Application has to leave them alone, or
 * Argo CD resets the weights that have just been set. Every expression has the `[]?` form: one that fails on a route without
 * weights would switch off its entry without a word (util/argo/normalizers/diff_normalizer.go in argoproj/argo-cd).
 *
 * @param declared what controllers write that nobody can read off a Rollout
 */
export function deriveWrittenEntries(
  manifests: ManifestSet, declared: readonly WrittenFields[] = [],
): ReadonlyMap<string, readonly WrittenEntry[]> {
  const written = [...manifests.entries.flatMap((entry) => writtenFor(entry, manifests)), ...declared];
  const byUnit = new Map<string, WrittenEntry[]>();
  for (const { unit, entry } of written.flatMap((fields) => whereItStands(fields, manifests))) {
    const others = byUnit.get(unit.id);
    if (others) others.push(entry);
    else byUnit.set(unit.id, [entry]);
  }
  return byUnit;
}

function writtenFor(source: ManifestEntry, manifests: ManifestSet): WrittenFields[] {
  const { manifest, unit, id } = source;
  if (isAutoscaler(source)) return scalingEntries(source, manifests).map((fields) => ({ unit, fields }));
  if (id.kind !== 'Rollout' || id.group !== 'argoproj.io') return [];
  const entries = [
    ...istioEntries(manifest), ...albEntries(manifest), ...routerEntries(source, manifests),
    ...workloadEntries(manifest), ...serviceEntries(source),
  ];
  return entries.map((fields) => ({ unit, fields }));
}

interface PlacedEntry {
  readonly unit: Unit;
  readonly entry: WrittenEntry;
}

/** The units that the object is in. One that nobody makes is taken to be of the same unit, unless it was declared to be made elsewhere. */
function whereItStands({ unit, fields }: WrittenFields, manifests: ManifestSet): PlacedEntry[] {
  const { group = '', kind, name } = fields;
  const clusterScoped = isClusterScoped(group, kind);
  const id = { group, kind, name, namespace: clusterScoped ? '' : fields.namespace ?? unit.namespace };
  const owners = manifests.findAll(unit, id);
  if (owners.length === 0) return manifests.isExternal(unit, id) ? [] : [{ unit, entry: fields }];
  return owners.map((owner) => ({
    unit: owner.unit,
    entry: {
      ...fields,
      name: appliedName(owner.unit, owner.id),
      namespace: clusterScoped ? undefined : owner.manifest.metadata.namespace,
      merged: mergedBy(owner.manifest),
    },
  }));
}
