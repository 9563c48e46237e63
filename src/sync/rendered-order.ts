import type { ApiObject } from 'cdk8s';
import { waveOf } from '../manifests/apply-order';
import { deletePhasesOf, syncPhasesOf } from '../manifests/hooks';
import { isManifest } from '../render/render-failure';
import type { Rendering } from '../render/rendering';
import { groupName, objectsOf, oncePerGroup, type SyncOrder } from './sync-group';
import { hasWaves, type HookPhase, rankOf } from './sync-phase';
import { inBrackets } from './wave-circle';

/** When Argo CD applies an object, by what is rendered. */
interface RenderedMoment {
  readonly object: ApiObject;
  readonly phase: HookPhase;
  readonly wave: number;
}

/**
 * Orders that what is rendered does not have: a JSON patch may write another hook or another wave, and the annotation of a hook of several
 * phases has one wave for all of them.
 */
export function renderedProblems(rendering: Rendering, orders: readonly SyncOrder[], equalWavesPass: boolean): string[] {
  // Large groups stand in many orders.
  const known = new Map<ApiObject, readonly RenderedMoment[]>();
  const spanOf = oncePerGroup((group) => groupSpan(objectsOf(group).map((object) => {
    const moments = known.get(object) ?? momentsOf(rendering, object);
    known.set(object, moments);
    return moments;
  })));
  return orders.flatMap((order) => {
    const [earlier, later] = [spanOf(order.before), spanOf(order.after)];
    const broken = turnedRound(earlier, later) ?? inOnePhase(earlier, later, equalWavesPass);
    return broken ? [problem(order, broken)] : [];
  });
}

type Pair = readonly [before: RenderedMoment, after: RenderedMoment];

/** From when to when Argo CD applies the objects of a group. */
interface GroupSpan {
  /** The latest and the earliest. An object of several phases is there from the first of them on. */
  readonly lastThere: RenderedMoment | undefined;
  readonly firstThere: RenderedMoment | undefined;
  readonly lastIn: ReadonlyMap<HookPhase, RenderedMoment>;
  readonly firstIn: ReadonlyMap<HookPhase, RenderedMoment>;
}

function groupSpan(moments: ReadonlyArray<readonly RenderedMoment[]>): GroupSpan {
  const byRank = (a: RenderedMoment, b: RenderedMoment): number => rankOf(a.phase) - rankOf(b.phase);
  const there = moments.flatMap(([first]) => first ?? []);
  const all = moments.flat();
  return {
    lastThere: [...there].sort((a, b) => byRank(b, a))[0],
    firstThere: [...there].sort(byRank)[0],
    lastIn: extremes(all, (one, other) => one.wave > other.wave),
    firstIn: extremes(all, (one, other) => one.wave < other.wave),
  };
}

function turnedRound({ lastThere }: GroupSpan, { firstThere }: GroupSpan): Pair | undefined {
  return lastThere && firstThere && rankOf(firstThere.phase) < rankOf(lastThere.phase) ? [lastThere, firstThere] : undefined;
}

function inOnePhase({ lastIn }: GroupSpan, { firstIn }: GroupSpan, equalWavesPass: boolean): Pair | undefined {
  for (const [phase, before] of lastIn) {
    const after = firstIn.get(phase);
    if (!after || !hasWaves(phase)) continue;
    if (after.wave < before.wave || (after.wave === before.wave && !equalWavesPass)) return [before, after];
  }
  return undefined;
}

function extremes(
  moments: readonly RenderedMoment[], isMore: (one: RenderedMoment, other: RenderedMoment) => boolean,
): ReadonlyMap<HookPhase, RenderedMoment> {
  const found = new Map<HookPhase, RenderedMoment>();
  for (const moment of moments) {
    const known = found.get(moment.phase);
    if (!known || isMore(moment, known)) found.set(moment.phase, moment);
  }
  return found;
}

function momentsOf(rendering: Rendering, object: ApiObject): readonly RenderedMoment[] {
  const manifest = rendering.render(object);
  if (!isManifest(manifest)) return [];
  const wave = waveOf(manifest);
  return [...syncPhasesOf(manifest), ...deletePhasesOf(manifest)].map((phase) => ({ object, phase, wave }));
}

function problem({ before, after, said }: SyncOrder, [earlier, later]: Pair): string {
  return `${groupName(after)} is to come after ${groupName(before)}${inBrackets(said?.() ?? '')}, but as they are rendered ${momentText(later)} and ${momentText(earlier)}. ` +
    'say hooks and waves with SyncHook and SyncWaves and not in a JSON patch; make a construct for each phase of a hook that runs in several';
}

function momentText({ object: { kind, name }, phase, wave }: RenderedMoment): string {
  return `${kind}/${name} is in ${hasWaves(phase) ? `wave ${wave} of ${phase}` : phase}`;
}
