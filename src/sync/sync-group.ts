import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { failHere } from '../render/construct-error';
import type { HookPhase } from './sync-phase';

/** What has one place in an order: a construct with everything below it, or several such constructs. */
export type SyncGroup = IConstruct | readonly IConstruct[];

/** One group that comes after another. */
export interface SyncOrder {
  readonly before: readonly IConstruct[];
  readonly after: readonly IConstruct[];
  /** The user's line that says so, or in words what does: `by addDependency`. Absent when nobody knows. */
  readonly said?: () => string | undefined;
}

/** One group that comes after another, with their objects, and who said so: `''` when nobody knows. */
export interface PlacedOrder {
  readonly before: GroupMembers;
  readonly after: GroupMembers;
  readonly said: () => string;
}

/** The objects of a group by their phases; `Skip` is left out. */
export interface GroupMembers {
  readonly name: string;
  readonly byPhase: ReadonlyMap<HookPhase, readonly ApiObject[]>;
  /** What stands for the group in the graph of each phase. */
  readonly ends: ReadonlyMap<HookPhase, GroupEnds>;
}

/** The vertices before and behind everything of a group. */
export interface GroupEnds {
  readonly begin: string;
  readonly end: string;
}

/** The constructs of a group. */
export function constructsOf(group: SyncGroup): readonly IConstruct[] {
  return isList(group) ? group : [group];
}

/** The chart that a construct stands in; an app, and what stands beside its charts, is in none. */
export function chartAround(construct: IConstruct): Chart | undefined {
  for (let c: IConstruct | undefined = construct; c; c = c.node.scope) if (Chart.isChart(c)) return c;
  return undefined;
}

/** The same, of a construct that has to stand in one. */
export function chartOf(construct: IConstruct): Chart {
  const chart = chartAround(construct);
  if (chart) return chart;
  throw failHere(construct, 'waves order the objects of a chart, and this stands in none. give a chart, or a construct in one; ' +
    'charts are ordered by constructs in them: SyncWaves.of(chart).syncAfter(chart, earlierChart)');
}

/** How a group is called: the paths of its constructs. */
export function groupName(constructs: readonly IConstruct[]): string {
  return constructs.length === 1 ? constructs[0]!.node.path : `[${constructs.map(({ node }) => node.path).join(', ')}]`;
}

/** The objects of a group that stand in the chart itself: what stands in a chart below is delivered by another Application. */
export function objectsOf(constructs: readonly IConstruct[]): ApiObject[] {
  const objects = new Set<ApiObject>();
  const visit = (construct: IConstruct): void => {
    if (ApiObject.isApiObject(construct)) objects.add(construct);
    for (const child of construct.node.children) if (!Chart.isChart(child)) visit(child);
  };
  for (const construct of constructs) visit(construct);
  return [...objects];
}

/** Works out something of each group once, in however many orders it stands. */
export function oncePerGroup<T>(work: (constructs: readonly IConstruct[]) => T): (constructs: readonly IConstruct[]) => T {
  const known = new Map<IConstruct | readonly IConstruct[], T>();
  return (constructs) => {
    const key = constructs.length === 1 ? constructs[0]! : constructs;
    let found = known.get(key);
    if (found === undefined) {
      found = work(constructs);
      known.set(key, found);
    }
    return found;
  };
}

// `Array.isArray` does not narrow a readonly array away.
function isList(group: SyncGroup): group is readonly IConstruct[] {
  return Array.isArray(group);
}
