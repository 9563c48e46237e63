import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { ChartNeeds } from './chart-needs';
import type { KindOrder } from './kind-order';
import { type GroupEnds, type GroupMembers, groupName, objectsOf, oncePerGroup, type PlacedOrder, type SyncOrder } from './sync-group';
import { phaseOf } from './sync-hook';
import { hasWaves, HELM_WEIGHT, type HookPhase, type ObjectPhase, ownAnnotations, type OwnAnnotations } from './sync-phase';
import { Arrows, circleProblem, inBrackets } from './wave-circle';
import { WaveGraph } from './wave-graph';
import { annotationProblems, phaseProblems, pinOfNothing, pinProblems } from './wave-problems';

/** What is wished of the objects of a chart. */
export interface WaveWishes {
  readonly orders: readonly SyncOrder[];
  /** The lowest wave of everything below a construct. */
  readonly pins: ReadonlyMap<IConstruct, number>;
  /** The user's line that pins a construct. */
  readonly pinLines?: ReadonlyMap<IConstruct, () => string | undefined>;
  /** The orders that Argo CD keeps within a wave, if they are to cost none. */
  readonly kindOrder?: KindOrder;
}

/** The wave of each object that has to say one, and why the wishes cannot be kept. */
export interface WavePlan {
  readonly waves: ReadonlyMap<ApiObject, number>;
  readonly problems: readonly string[];
}

/** Plans the waves of the objects of a chart. Waves order what is in one phase, so each phase is a graph of its own. */
export function planWaves(objects: readonly ApiObject[], wishes: WaveWishes): WavePlan {
  return new Planner(objects, wishes).plan();
}

class Planner {
  private readonly graph = new WaveGraph();
  private readonly groups = new Map<string, GroupMembers>();
  private readonly groupOf = oncePerGroup((constructs) => this.groupNamed(groupName(constructs), constructs));
  private readonly arrows = new Arrows();
  private readonly needs: ChartNeeds;
  private readonly annotations: ReadonlyMap<ApiObject, OwnAnnotations>;
  private readonly phases: ReadonlyMap<ApiObject, ObjectPhase>;
  private readonly inUse: readonly HookPhase[];

  public constructor(private readonly objects: readonly ApiObject[], private readonly wishes: WaveWishes) {
    this.needs = new ChartNeeds(objects);
    this.annotations = new Map(objects.map((object) => [object, ownAnnotations(object)]));
    this.phases = new Map([...this.annotations].map(([object, own]) => [object, phaseOf(object, own)]));
    this.inUse = [...new Set(this.phases.values())].filter((phase): phase is HookPhase => phase !== 'Skip' && hasWaves(phase));
  }

  public plan(): WavePlan {
    const pinned = [...this.wishes.pins].map(([construct, floor]) =>
      ({ construct, floor, objects: this.withWaves(objectsOf([construct])), line: () => inBrackets(this.wishes.pinLines?.get(construct)?.() ?? '') }));
    this.addFloors(pinned);
    this.addNeeds();
    const orders = this.wishes.orders.map(({ before, after, said }): PlacedOrder =>
      ({ before: this.groupOf(before), after: this.groupOf(after), said: () => said?.() ?? '' }));
    for (const order of orders) this.addOrder(order);
    const result = this.graph.waves();
    // Without waves the objects still render, and other findings show.
    if ('cycle' in result) return { waves: new Map(), problems: [circleProblem(this.arrows.along(result.cycle))] };
    const placed = this.withWaves(this.objects).filter(({ node }) => this.graph.has(node.path));
    const waves = new Map(placed.map((object) => [object, result.waves.get(object.node.path)!]));
    return {
      waves: new Map([...waves].filter(([object, wave]) => wave !== 0 || this.hasWeight(object))),
      problems: [
        ...orders.flatMap(phaseProblems),
        ...annotationProblems(waves, this.annotations, orders),
        ...pinned.flatMap((pin) => [
          ...pinProblems(pin, waves), ...pinOfNothing(pin, objectsOf([pin.construct]).map((object) => this.phases.get(object))),
        ]),
      ],
    };
  }

  private addFloors(pinned: ReadonlyArray<{ readonly floor: number; readonly objects: readonly ApiObject[] }>): void {
    const floors = new Map<ApiObject, number>();
    for (const { floor, objects } of pinned) {
      for (const object of objects) floors.set(object, Math.max(floor, floors.get(object) ?? floor));
    }
    for (const [object, floor] of floors) this.graph.addVertex(object.node.path, floor);
  }

  private addNeeds(): void {
    for (const object of this.withWaves(this.objects)) {
      const isWithIt = (other: ApiObject): boolean => this.phases.get(other) === this.phases.get(object);
      const scaled = this.needs.scaledBy(object);
      // An HPA ahead of its rollout turns Degraded, one behind it waits for a paused rollout: it goes with it.
      if (scaled && isWithIt(scaled)) this.addDerived(scaled, object, 0, 'an autoscaler goes with what it scales');
      for (const { object: needed, isForPods } of this.needs.neededBy(object)) {
        if (!isWithIt(needed) || this.needs.scaledBy(needed)) continue;
        // What pods need is of kinds that Argo CD applies before everything that has pods.
        this.addDerived(needed, object, isForPods ? 0 : this.distance([needed], [object]), 'it needs that to come up');
      }
    }
  }

  private addDerived(before: ApiObject, after: ApiObject, distance: 0 | 1, why: string): void {
    this.graph.addEdge(before.node.path, after.node.path, distance);
    this.arrows.note(before.node.path, after.node.path, () => ({ before: constructName(before), after: constructName(after), why }));
  }

  private addOrder({ before, after, said }: PlacedOrder): void {
    for (const phase of this.inUse) {
      const [{ end }, { begin }] = [before.ends.get(phase)!, after.ends.get(phase)!];
      this.arrows.note(end, begin, () => ({ before: before.name, after: after.name, why: said() }));
      this.graph.addEdge(end, begin, this.distance(before.byPhase.get(phase) ?? [], after.byPhase.get(phase) ?? []));
    }
  }

  // What comes after a group with nothing in it still comes after what is before that group, and a wave is spent once.
  private distance(before: readonly ApiObject[], after: readonly ApiObject[]): 0 | 1 {
    if (after.length === 0) return 0;
    return before.length > 0 && this.wishes.kindOrder?.keeps(before, after) ? 0 : 1;
  }

  // A group costs one vertex at each end, not an edge for every pair of objects.
  private groupNamed(name: string, constructs: readonly IConstruct[]): GroupMembers {
    const known = this.groups.get(name);
    if (known) return known;
    const byPhase = new Map<HookPhase, ApiObject[]>();
    for (const object of objectsOf(constructs)) {
      const phase = this.phases.get(object);
      if (phase === undefined || phase === 'Skip') continue;
      if (!byPhase.has(phase)) byPhase.set(phase, []);
      byPhase.get(phase)!.push(object);
    }
    const ends = new Map(this.inUse.map((phase) => [phase, { begin: `${name}${MARK}begin ${phase}`, end: `${name}${MARK}end ${phase}` }]));
    for (const [phase, between] of ends) this.addEnds(between, byPhase.get(phase) ?? []);
    const group = { name, byPhase, ends };
    this.groups.set(name, group);
    return group;
  }

  private addEnds({ begin, end }: GroupEnds, objects: readonly ApiObject[]): void {
    for (const vertex of [begin, end]) this.graph.addVertex(vertex, -Infinity);
    if (objects.length === 0) this.graph.addEdge(begin, end, 0);
    for (const { node } of objects) {
      this.graph.addEdge(begin, node.path, 0);
      this.graph.addEdge(node.path, end, 0);
    }
  }

  // Without a wave of its own an object would be in that of its weight as a hook of Helm.
  private hasWeight(object: ApiObject): boolean {
    return this.annotations.get(object)![HELM_WEIGHT] !== undefined;
  }

  private withWaves(objects: readonly ApiObject[]): ApiObject[] {
    return objects.filter((object) => {
      const phase = this.phases.get(object);
      return phase !== undefined && phase !== 'Skip' && hasWaves(phase);
    });
  }
}

// No path of a construct has this character in it.
const MARK = '\u0000';

// Our constructs and those of cdk8s-plus keep their object one level below themselves.
function constructName({ node }: ApiObject): string {
  const { scope } = node;
  return scope?.node.defaultChild?.node === node ? scope.node.path : node.path;
}
