import type { ManifestEntry, ManifestSet } from '../manifests/manifest-set';
import { type Pointer, pointer } from '../manifests/pointer';
import type { Unit } from '../manifests/unit';
import type { Finding } from '../validation/finding';
import { stale } from '../validation/rules/waivers/stale';
import type { DeclaredCluster } from './declared-cluster';
import type { ElsewhereObject } from './elsewhere';
import type { FileGlobs } from './file-globs';
import type { LintedObject } from './linted-object';
import type { PlacedOrigin } from './placed-origin';

/** What the settings say of the world around the files. */
export interface Surroundings {
  /** Objects that others make. */
  readonly elsewhere: readonly ElsewhereObject[];
  /** Every cluster that Argo CD delivers to; none when nobody has said. */
  readonly clusters: readonly DeclaredCluster[];
  /** Folders of which each is judged by itself. */
  readonly separate?: FileGlobs;
  /** Where a part of the settings is written. */
  readonly originOf: (at: Pointer) => PlacedOrigin;
}

/** The surroundings during one look at the files, which sees what of them is of use. */
export class SurroundingsInUse {
  private readonly used = new Set<unknown>();

  public constructor(private readonly surroundings: Surroundings) {}

  /** The objects of each folder that is judged by itself, and those of all the others. */
  public apart(objects: readonly LintedObject[]): ReadonlyArray<readonly LintedObject[]> {
    const { separate } = this.surroundings;
    if (!separate) return [objects];
    const groups = new Map<string, LintedObject[]>();
    for (const object of objects) {
      const { absolute } = object.document.file;
      const { folder = '', glob } = absolute === undefined ? {} : separate.folderOf(absolute) ?? {};
      if (glob !== undefined) this.used.add(glob);
      const group = groups.get(folder);
      if (group) group.push(object);
      else groups.set(folder, [object]);
    }
    return [...groups.values()];
  }

  /** Tells a set what is around it. */
  public declare({ set, sources }: { readonly set: ManifestSet; readonly sources: ReadonlyMap<ManifestEntry, LintedObject> }): void {
    const units = new Map<string, { readonly unit: Unit; readonly files: Set<string> }>();
    for (const [{ unit }, { document: { file } }] of sources) {
      const known = units.get(unit.id) ?? { unit, files: new Set() };
      known.files.add(file.absolute ?? '');
      units.set(unit.id, known);
    }
    const all = [...units.values()];
    for (const cluster of this.surroundings.clusters) {
      if (!all.some(({ files }) => areAmong(files, cluster.files))) continue;
      set.addCluster(cluster.facts);
      this.used.add(cluster);
    }
    for (const object of this.surroundings.elsewhere) {
      const matches: ElsewhereObject['matches'] = (id) => {
        const found = object.matches(id);
        if (found) this.used.add(object);
        return found;
      };
      for (const { unit, files } of all) if (areAmong(files, object.files)) set.addElsewhere(unit, matches);
    }
  }

  /** Findings about what was of no use to anything. */
  public unused(): readonly Finding[] {
    const { elsewhere, clusters, separate, originOf } = this.surroundings;
    const finding = (at: Pointer, message: string): Finding =>
      ({ rule: stale.id, severity: stale.severity, origin: originOf(at), pointer: '', message, fix: 'correct it, or remove it' });
    return [
      ...elsewhere.flatMap((object, index) => (this.used.has(object)
        ? []
        : [finding(pointer('/elsewhere', index), `${object.text} is said to be elsewhere, and nothing here looks for it`)])),
      ...clusters.flatMap((cluster, index) => (this.used.has(cluster)
        ? []
        : [finding(pointer('/clusters', index), `the cluster ${cluster.facts.name} is said for ${cluster.files?.globs.join(', ') ?? 'all files'}, and there are no such files`)])),
      ...(separate?.globs ?? []).filter((glob) => !this.used.has(glob)).map((glob) => finding('/separate', `${glob} is said to be separate, and there are no manifests in it`)),
    ];
  }
}

function areAmong(paths: ReadonlySet<string>, files: FileGlobs | undefined): boolean {
  return files === undefined || [...paths].some((path) => files.has(path));
}
