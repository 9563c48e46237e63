import type { ApiObject } from 'cdk8s';
import { waveOf } from '../manifests/apply-order';
import { deletePhasesOf, syncPhasesOf } from '../manifests/hooks';
import { isManifest } from '../render/render-failure';
import type { Rendering } from '../render/rendering';
import { groupName, objectsOf, type SyncOrder } from './sync-group';
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
  const momentsIn = (group: SyncOrder['before']): Moments => objectsOf(group).map((object) => {
    const moments = known.get(object) ?? momentsOf(rendering, object);
    known.set(object, moments);
    return moments;
  });
  return orders.flatMap((order) => {
    const [earlier, later] = [momentsIn(order.before), momentsIn(order.after)];
    const broken = turnedRound(earlier, later) ?? inOnePhase(earlier.flat(), later.flat(), equalWavesPass);
    return broken ? [problem(order, broken)] : [];
  });
}

type Pair = readonly [before: RenderedMoment, after: RenderedMoment];
type Moments = ReadonlyArray<readonly RenderedMoment[]>;

// An object of several phases is there from the first of them on.
function turnedRound(earlier: Moments, later: Moments): Pair | undefined {
  const byRank = (a: RenderedMoment, b: RenderedMoment): number => rankOf(a.phase) - rankOf(b.phase);
  const [last] = firstsOf(earlier).sort((a, b) => byRank(b, a));
  const [first] = firstsOf(later).sort(byRank);
  return last && first && byRank(first, last) < 0 ? [last, first] : undefined;
}

function inOnePhase(earlier: readonly RenderedMoment[], later: readonly RenderedMoment[], equalWavesPass: boolean): Pair | undefined {
  const last = extremes(earlier, (one, other) => one.wave > other.wave);
  const first = extremes(later, (one, other) => one.wave < other.wave);
  for (const [phase, before] of last) {
    const after = first.get(phase);
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

function firstsOf(moments: Moments): RenderedMoment[] {
  return moments.flatMap(([first]) => first ?? []);
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
