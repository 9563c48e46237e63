import { isApplicationOrSet } from '../manifests/applications';
import type { ManifestEntry } from '../manifests/manifest-set';
import { madeOfChart } from '../validation/made-objects';
import type { LateSettings, PlannedObjects } from './planned';

/** The ConfigMaps that say whether an Application is waited for, and whether a set heeds its steps. */
const SETTINGS = [
  { until: 'healthy', kind: 'Application', configMap: 'argocd-cm' },
  { until: 'stepped', kind: 'ApplicationSet', configMap: 'argocd-cmd-params-cm' },
] as const;

/**
 * Which settings of Argo CD come with an Application that waits by them. Before these are there it goes on at once: it has no health check
 * for Applications, and ignores the steps of sets.
 *
 * @see applicationset/controllers/applicationset_controller.go, resource_customizations in argoproj/argo-cd
 */
export class SettingsBelow {
  private readonly brought = new Map<ManifestEntry, ReadonlySet<string>>();

  /** @param deliveredBy the objects of an Application, or the Applications of a set */
  public constructor(private readonly deliveredBy: (entry: ManifestEntry) => readonly ManifestEntry[]) {}

  /** Those that waves of these objects rely on. What stands among the objects themselves is there as soon as its wave is applied. */
  public of({ waves }: PlannedObjects, objects: readonly ManifestEntry[]): readonly LateSettings[] {
    const planned = waves.flatMap((wave) => wave.objects);
    return SETTINGS.flatMap(({ until, kind, configMap }): LateSettings[] => {
      const isWaitedFor = waves.some(({ waitsFor }) => waitsFor.some((wait) => wait.until === until && wait.object.kind === kind));
      if (!isWaitedFor) return [];
      const bringer = objects.find((object) => isApplicationOrSet(object.manifest) && this.broughtBy(object).has(configMap))?.id;
      const broughtBy = planned.find(({ kind: own, name }) => own === bringer?.kind && name === bringer.name);
      return broughtBy ? [{ until, configMap, broughtBy }] : [];
    });
  }

  /** The names of the ConfigMaps that an Application or a set brings, by itself or by what it delivers. */
  private broughtBy(entry: ManifestEntry): ReadonlySet<string> {
    const known = this.brought.get(entry);
    if (known) return known;
    const names = new Set(entry.id.kind === 'Application' ? madeOfChart(entry).map((made) => made.entry.id.name) : []);
    // Applications that deliver each other in a circle bring nothing more the second time.
    this.brought.set(entry, names);
    for (const object of this.deliveredBy(entry)) {
      if (object.id.group === '' && object.id.kind === 'ConfigMap') names.add(object.id.name);
      if (isApplicationOrSet(object.manifest)) for (const name of this.broughtBy(object)) names.add(name);
    }
    return names;
  }
}
