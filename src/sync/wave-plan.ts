import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { autoscalerTargetOf } from './autoscaler-target';
import { isOrderedByKind } from './kind-order';
import { type GroupMembers, groupName, objectsOf, type PlacedOrder, type SyncOrder } from './sync-group';
import { phaseOf } from './sync-hook';
import { syncNeedsOf } from './sync-needs';
import { hasWaves, type HookPhase, type ObjectPhase, ownAnnotations, type OwnAnnotations } from './sync-phase';
import { type Arrow, circleProblem, inBrackets } from './wave-circle';
import { WaveGraph } from './wave-graph';
import { annotationProblems, phaseProblems, pinOfNothing, pinProblems } from './wave-problems';

/** What is wished of the objects of a chart. */
export interface WaveWishes {
  readonly orders: readonly SyncOrder[];
  /** The lowest wave of everything below a construct. */
  readonly pins: ReadonlyMap<IConstruct, number>;
  /** The user's line that pins a construct. */
  readonly pinLines?: ReadonlyMap<IConstruct, () => string | undefined>;
  /** Whether an order that Argo CD keeps within a wave costs none. */
  readonly useKindOrder: boolean;
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
  /** What each edge between groups or objects says; those within a group say nothing. */
  private readonly arrows = new Map<string, () => Arrow>();
  private readonly annotations: ReadonlyMap<ApiObject, OwnAnnotations>;
  private readonly phases: ReadonlyMap<ApiObject, ObjectPhase>;
  private readonly inUse: readonly HookPhase[];

  public constructor(private readonly objects: readonly ApiObject[], private readonly wishes: WaveWishes) {
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
    if ('cycle' in result) return { waves: new Map(), problems: [circleProblem(this.arrowsOf(result.cycle))] };
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
      const autoscaled = autoscalerTargetOf(object);
      // An HPA ahead of its rollout turns Degraded, one behind it waits for a paused rollout: it goes with it.
      if (autoscaled) this.addDerived(autoscaled, object, 0, 'an autoscaler goes with what it scales');
      for (const needed of syncNeedsOf(object)) {
        if (this.phases.get(needed) !== this.phases.get(object) || autoscalerTargetOf(needed)) continue;
        this.addDerived(needed, object, this.distance([needed], [object]), 'it needs that to come up');
      }
    }
  }

  private addDerived(before: ApiObject, after: ApiObject, distance: 0 | 1, why: string): void {
    this.graph.addEdge(before.node.path, after.node.path, distance);
    this.note(before.node.path, after.node.path, () => ({ before: constructName(before), after: constructName(after), why }));
  }

  private note(from: string, to: string, arrow: () => Arrow): void {
    const key = `${from}\n${to}`;
    if (!this.arrows.has(key)) this.arrows.set(key, arrow);
  }

  private arrowsOf(cycle: readonly string[]): readonly Arrow[] {
    return cycle.slice(1).flatMap((vertex, i) => this.arrows.get(`${cycle[i]!}\n${vertex}`)?.() ?? []);
  }

  private addOrder({ before, after, said }: PlacedOrder): void {
    for (const phase of this.inUse) {
      this.note(endOf(before, phase), beginOf(after, phase), () => ({ before: before.name, after: after.name, why: said() }));
      const distance = this.distance(before.byPhase.get(phase) ?? [], after.byPhase.get(phase) ?? []);
      this.graph.addEdge(endOf(before, phase), beginOf(after, phase), distance);
    }
  }

  // What comes after a group with nothing in it still comes after what is before that group, and a wave is spent once.
  private distance(before: readonly ApiObject[], after: readonly ApiObject[]): 0 | 1 {
    if (after.length === 0) return 0;
    return before.length > 0 && this.wishes.useKindOrder && isOrderedByKind(before, after) ? 0 : 1;
  }

  // A group costs one vertex at each end, not an edge for every pair of objects.
  private groupOf(constructs: readonly IConstruct[]): GroupMembers {
    const name = groupName(constructs);
    const known = this.groups.get(name);
    if (known) return known;
    const byPhase = new Map<HookPhase, ApiObject[]>();
    for (const object of objectsOf(constructs)) {
      const phase = this.phases.get(object);
      if (phase === undefined || phase === 'Skip') continue;
      if (!byPhase.has(phase)) byPhase.set(phase, []);
      byPhase.get(phase)!.push(object);
    }
    const group = { name, byPhase };
    this.groups.set(name, group);
    for (const phase of this.inUse) this.addEnds(group, phase);
    return group;
  }

  private addEnds(group: GroupMembers, phase: HookPhase): void {
    const [begin, end] = [beginOf(group, phase), endOf(group, phase)];
    for (const vertex of [begin, end]) this.graph.addVertex(vertex, -Infinity);
    const objects = group.byPhase.get(phase) ?? [];
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

const HELM_WEIGHT = 'helm.sh/hook-weight';

// No path of a construct has this character in it.
const MARK = '\u0000';

function beginOf({ name }: GroupMembers, phase: HookPhase): string {
  return `${name}${MARK}begin ${phase}`;
}

function endOf({ name }: GroupMembers, phase: HookPhase): string {
  return `${name}${MARK}end ${phase}`;
}

// Our constructs and those of cdk8s-plus keep their object one level below themselves.
function constructName({ node }: ApiObject): string {
  const { scope } = node;
  return scope?.node.defaultChild?.node === node ? scope.node.path : node.path;
}
