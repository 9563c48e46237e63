import { expansionOf } from '../expansion/expansions';
import { isApplicationOrSet } from '../manifests/applications';
import { compareText } from '../manifests/apply-order';
import { clusterOf } from '../manifests/cluster-facts';
import { idOf } from '../manifests/manifest';
import type { ManifestEntry, ManifestSet } from '../manifests/manifest-set';
import { readable } from '../manifests/pointer';
import { Place } from '../manifests/references/place';
import { IN_CLUSTER } from '../manifests/unit';
import { rollingSyncSteps } from '../validation/rules/appsets/rolling-sync';
import { CustomChecks } from './custom-checks';
import { type Delivery, deliveryOf } from './delivery';
import { type ObjectFacts, planObjects } from './plan-objects';
import { planSteps } from './plan-steps';
import type { PlannedApplication, PlannedApplicationSet, PlannedObjects, PlannedPruning } from './planned';
import { SettingsBelow } from './settings-below';

/** The plans of all Applications, those that deliver others before what they deliver. */
export interface Plans {
  readonly applications: readonly PlannedApplication[];
  readonly applicationSets: readonly PlannedApplicationSet[];
}

/** What is known of a set beside its manifests. */
export interface PlanFacts {
  /** The objects that no file holds. */
  readonly unwritten?: ReadonlySet<ManifestEntry>;
  /** The name of objects that lie in no folder. */
  readonly name?: string;
}

/** What Argo CD will do with the objects of a set. */
export function planApplications(manifests: ManifestSet, facts: PlanFacts = {}): Plans {
  return new Planner(manifests, facts).plans();
}

/** One pass over a set. */
class Planner {
  private readonly custom: CustomChecks;
  private readonly applications: PlannedApplication[] = [];
  private readonly applicationSets: PlannedApplicationSet[] = [];
  private readonly visited = new Set<ManifestEntry>();
  private readonly generated = new Map<ManifestEntry, readonly ManifestEntry[]>();
  private readonly counts = new Map<ManifestEntry, PlannedApplication['count']>();

  private readonly late: SettingsBelow;

  public constructor(private readonly manifests: ManifestSet, private readonly facts: PlanFacts) {
    this.late = new SettingsBelow((entry) => (entry.id.kind === 'ApplicationSet' ? this.generatedBy(entry) : this.written(deliveryOf(entry, manifests).objects)));
    this.custom = CustomChecks.of(manifests);
  }

  public plans(): Plans {
    const entries = this.written(this.manifests.entries);
    const deliveries = entries.filter(isDelivery).flatMap((entry) => (entry.id.kind === 'ApplicationSet' ? this.generatedBy(entry) : [entry]))
      .map((entry) => deliveryOf(entry, this.manifests));
    const delivered = new Set(deliveries.flatMap(({ objects }) => objects.map(({ unit }) => unit.id)));
    const loose = this.manifests.units.filter(({ id }) => !delivered.has(id)).sort((a, b) => compareText(a.id, b.id));
    for (const unit of loose) {
      const objects = this.written(this.manifests.of(unit));
      if (objects.length === 0) continue;
      const { id, namespace, destination } = unit;
      this.add({
        type: id === '' ? 'objects' : 'folder', name: id || (this.facts.name ?? ''), namespace, count: 'one', sources: id === '' ? [] : [id], unknown: [],
        startedBy: 'a person', pruning: 'reversed', appliesDifferencesOnly: false, cluster: this.clusterName(destination.cluster),
        ...this.objectsPlan(objects, {
          namespace, createsNamespace: false, isComplete: true, custom: this.custom,
        }),
      }, objects);
    }
    // Applications that deliver each other in a circle have no beginning.
    for (const entry of entries.filter(isDelivery)) this.visit(entry, undefined);
    return { applications: this.applications, applicationSets: this.applicationSets };
  }

  private visit(entry: ManifestEntry, deliveredBy: string | undefined): void {
    if (this.visited.has(entry)) return;
    this.visited.add(entry);
    if (entry.id.kind === 'Application') return this.addApplication(entry, deliveredBy, 'Argo CD');
    const generated = this.generatedBy(entry);
    const steps = planSteps(entry, generated);
    const { generators, problems } = expansionOf(entry, this.manifests);
    this.applicationSets.push({
      name: entry.id.name,
      ...(deliveredBy !== undefined && { deliveredBy }),
      ...steps,
      unknown: [...new Set(generators.flatMap(({ unknown }) => unknown ?? []))].sort(),
      problems: [...new Set(problems.map(({ pointer, reason }) => `${readable(pointer)}: ${reason}`))].sort(),
    });
    const startedBy = rollingSyncSteps(entry).length > 0 ? 'steps' : 'Argo CD';
    for (const application of generated) this.addApplication(application, `ApplicationSet/${entry.id.name}`, startedBy);
  }

  private addApplication(entry: ManifestEntry, deliveredBy: string | undefined, startedBy: 'steps' | 'Argo CD'): void {
    const spec = Place.root(entry.manifest).at('spec');
    const { objects, sources, unknown }: Delivery = deliveryOf(entry, this.manifests);
    const written = this.written(objects);
    const options = spec.at('syncPolicy', 'syncOptions').items.map(({ text }) => text);
    const automated = spec.at('syncPolicy', 'automated');
    const isAutomated = automated.exists && automated.at('enabled').value !== false;
    const namespace = spec.at('destination', 'namespace').text;
    const destination = spec.at('destination');
    this.add({
      type: 'Application',
      name: entry.manifest.metadata.name ?? '',
      ...(deliveredBy !== undefined && { deliveredBy }),
      count: this.counts.get(entry) ?? 'one',
      sources,
      unknown,
      cluster: this.clusterName(destination.at('name').text || destination.at('server').text),
      namespace,
      startedBy: startedBy === 'steps' ? 'steps' : isAutomated ? 'Argo CD' : 'a person',
      pruning: pruningOf(automated, isAutomated || startedBy === 'steps', options),
      appliesDifferencesOnly: options.includes('ApplyOutOfSyncOnly=true'),
      ...this.objectsPlan(written, {
        namespace, createsNamespace: options.includes('CreateNamespace=true'), isComplete: unknown.length === 0, custom: this.custom,
      }),
    }, written);
  }

  /** Adds a plan, and behind it those of the Applications among its objects, in the order in which they are applied. */
  private add(application: PlannedApplication, objects: readonly ManifestEntry[]): void {
    this.applications.push(application);
    const deliveredBy = application.type === 'Application' ? `Application/${application.name}` : undefined;
    const children = new Map<string, ManifestEntry[]>();
    for (const object of objects.filter(isDelivery)) {
      const key = `${object.id.kind}/${object.id.name}`;
      children.set(key, [...children.get(key) ?? [], object]);
    }
    for (const { kind, name } of application.waves.flatMap((wave) => wave.objects)) {
      for (const child of children.get(`${kind}/${name}`) ?? []) this.visit(child, deliveredBy);
    }
  }

  private objectsPlan(objects: readonly ManifestEntry[], facts: ObjectFacts): PlannedObjects & Pick<PlannedApplication, 'lateSettings'> {
    const planned = planObjects(objects.map(({ manifest }) => manifest), facts);
    return { ...planned, lateSettings: this.late.of(planned, objects) };
  }

  private generatedBy(entry: ManifestEntry): readonly ManifestEntry[] {
    let entries = this.generated.get(entry);
    if (!entries) {
      const { applications } = expansionOf(entry, this.manifests);
      entries = applications.map(({ manifest, count }) => {
        const application = { ...entry, manifest, id: idOf(manifest, entry.unit.namespace) };
        this.counts.set(application, count);
        return application;
      });
      this.generated.set(entry, entries);
    }
    return entries;
  }

  private written(entries: readonly ManifestEntry[]): readonly ManifestEntry[] {
    return entries.filter((entry) => !this.facts.unwritten?.has(entry));
  }

  private clusterName(nameOrServer: string): string {
    return clusterOf(this.manifests.clusters, nameOrServer)?.name ?? (nameOrServer === IN_CLUSTER ? 'in-cluster' : nameOrServer);
  }
}

function isDelivery({ manifest }: ManifestEntry): boolean {
  return isApplicationOrSet(manifest);
}

function pruningOf(automated: Place, isAutomated: boolean, options: readonly string[]): PlannedPruning {
  // Who syncs by hand says each time whether to prune.
  if (isAutomated && automated.at('prune').value !== true) return 'kept';
  return options.includes('PruneLast=true') ? 'last' : 'reversed';
}
