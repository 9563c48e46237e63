import type { Chart } from 'cdk8s';
import { expansionOf } from '../expansion/expansions';
import { isApplicationSet } from '../manifests/applications';
import { idOf } from '../manifests/manifest';
import type { ManifestEntry, ManifestSet } from '../manifests/manifest-set';
import { Place } from '../manifests/references/place';
import { sourceOf } from '../render/source-frame';
import type { ChartOrder } from '../sync/cross-chart-order';
import type { Finding } from '../validation/finding';
import { sourcesOf } from '../validation/rules/apps/application-spec';
import { rollingSyncSteps, stepOf } from '../validation/rules/appsets/rolling-sync';
import { valid } from '../validation/rules/constructs/valid';
import { destinationOf } from '../validation/rules/projects/application-places';
import { writtenFolder } from '../validation/rules/projects/delivered-objects';
import { folderOf } from './units';

/** An Application of a set that is synced in a step. */
interface SteppedApplication {
  readonly name: string;
  readonly cluster: string;
  /** Counted from 0. */
  readonly step: number;
}

/** Orders between charts that the steps of an ApplicationSet turn round, or do not keep, as what is in one step is synced together. */
export function ordersBrokenBySteps(manifests: ManifestSet, orders: readonly ChartOrder[]): readonly Finding[] {
  const sets = manifests.entries.filter((entry) => isApplicationSet(entry.manifest) && rollingSyncSteps(entry).length > 0);
  return sets.flatMap((set) => {
    const byFolder = steppedByFolder(set, manifests);
    return orders.flatMap(({ before, after }) => {
      const later = byFolder.get(folderOf(after)) ?? [];
      const pairs = (byFolder.get(folderOf(before)) ?? []).flatMap((one) => later.map((other) => [one, other] as const));
      const together = pairs.filter(([one, other]) => one.cluster === other.cluster);
      // Charts of different clusters meet nowhere, and are compared as they are.
      const broken = (together.length > 0 ? together : pairs).find(([one, other]) => one.step >= other.step);
      return broken ? [finding(after, `${after.node.path} is to come after ${before.node.path}, and the ApplicationSet ${set.id.name} ${stepsText(broken)}. ` +
        `give ${broken[1].name} the labels of a later step than those of ${broken[0].name}, or take out the order`)] : [];
    });
  });
}

function stepsText([before, after]: readonly [SteppedApplication, SteppedApplication]): string {
  return before.step === after.step
    ? `syncs ${before.name} and ${after.name} together, in step ${before.step + 1}`
    : `syncs ${after.name} in step ${after.step + 1} and ${before.name} in step ${before.step + 1}`;
}

/** The Applications of a set by the folder that they deliver. One whose step is not known may be in the right one. */
function steppedByFolder(set: ManifestEntry, manifests: ManifestSet): ReadonlyMap<string, readonly SteppedApplication[]> {
  const steps = rollingSyncSteps(set);
  const byFolder = new Map<string, SteppedApplication[]>();
  for (const { manifest } of expansionOf(set, manifests).applications) {
    const entry = { ...set, manifest, id: idOf(manifest, set.unit.namespace) };
    const step = stepOf(steps, Place.root(manifest).at('metadata', 'labels'));
    // Without a step it is never synced, which has a rule of its own.
    if (step === undefined || step < 0) continue;
    const { name, server } = destinationOf(entry, manifests);
    for (const source of sourcesOf(entry)) {
      for (const folder of foldersOf(source, manifests)) {
        const application = { name: entry.id.name, cluster: server ?? name ?? '', step };
        byFolder.set(folder, [...byFolder.get(folder) ?? [], application]);
      }
    }
  }
  return byFolder;
}

/** The folder of a source; where nobody has said in which folder of its repository the output lies, every folder that it may be. */
function foldersOf(source: Place, manifests: ManifestSet): readonly string[] {
  const folder = writtenFolder(source, manifests);
  if (folder === undefined || manifests.repositories.length > 0) return folder === undefined ? [] : [folder];
  const segments = folder.split('/');
  return segments.map((_, root) => segments.slice(root).join('/'));
}

function finding(chart: Chart, message: string): Finding {
  return { rule: valid.id, severity: valid.severity, origin: { constructPath: chart.node.path, source: () => sourceOf(chart) }, pointer: '', message };
}
