import type { ApiObject } from 'cdk8s';
import { HOOK_ANNOTATION, WAVE_ANNOTATION } from '../manifests/apply-order';
import { CHECKED_COMPANIONS } from '../manifests/checked-companions';
import { ChartNeeds, kindOf } from './chart-needs';
import type { KindOrder } from './kind-order';
import { declaredPhaseOf } from './sync-hook';
import { syncNeedsOf } from './sync-needs';
import { HELM_WEIGHT, type ObjectPhase, ownAnnotations, phasesIn, waveIn } from './sync-phase';

/** When Argo CD applies an object while nobody has said an order. */
interface Moment {
  readonly phases: readonly ObjectPhase[];
  readonly wave: number;
  readonly isHook: boolean;
  /** Whether it says its wave itself. */
  readonly isFixed: boolean;
}

/**
 * The waves of what rollouts need, in a chart without an order, where Argo CD waits for the rollouts all the same: because of a PostSync
 * hook, of a hook beside them, or of a later wave that an annotation says. Within a wave a rollout may come before the route and the
 * templates that it names, since only their names decide. So these come a wave before it, with the Services that they lead to.
 *
 * Nothing else moves: not the rollout, which objects with waves of their own may count on, and nothing that Argo CD waits for, which could
 * itself wait for what is in the wave of the rollout, as a volume claim does.
 */
export function companionWaves(objects: readonly ApiObject[], kindOrder: KindOrder | undefined): ReadonlyMap<ApiObject, number> {
  const checking = objects.filter((object) => CHECKING.has(kindOf(object)));
  if (checking.length === 0) return NONE;
  const moments = new Map(objects.map((object) => [object, momentOf(object)]));
  const isWaitedFor = waitsAmong([...moments.values()]);
  const needs = new ChartNeeds(objects);
  const waves = new Map<ApiObject, number>();
  for (const object of checking) {
    const { phases, wave } = moments.get(object)!;
    if (wave > 0 || !phases.includes('Sync') || !isWaitedFor(wave)) continue;
    const movable = companionsOf(object, needs).filter((one) => moments.get(one)?.phases.includes('Sync') && !moments.get(one)!.isFixed);
    if (!movable.some((one) => CHECKED_COMPANIONS.has(kindOf(one)) && !kindOrder?.keeps([one], [object]))) continue;
    for (const one of movable) waves.set(one, Math.min(wave - 1, waves.get(one) ?? 0));
  }
  return waves;
}

/** Whether an object of this kind may be moved. */
export function isCompanionKind({ kind }: ApiObject): boolean {
  return COMPANION_NAMES.has(kind);
}

// Services have to be there before the route that leads to them, and so have the subsets that it speaks of.
const COMPANIONS: ReadonlySet<string> = new Set([...CHECKED_COMPANIONS, '/Service', 'networking.istio.io/DestinationRule']);

const COMPANION_NAMES: ReadonlySet<string> = new Set([...COMPANIONS].map((kind) => kind.slice(kind.indexOf('/') + 1)));

/** Kinds whose controller checks what they name. */
const CHECKING: ReadonlySet<string> = new Set(['argoproj.io/Rollout', 'argoproj.io/Experiment']);

const NONE: ReadonlyMap<ApiObject, number> = new Map();

function companionsOf(object: ApiObject, needs: ChartNeeds): readonly ApiObject[] {
  const found = new Set<ApiObject>();
  const add = (one: ApiObject): void => {
    if (!COMPANIONS.has(kindOf(one)) || found.has(one)) return;
    found.add(one);
    for (const named of needs.namedBy(one)) add(named.object);
  };
  for (const needed of syncNeedsOf(object)) add(needed);
  for (const named of needs.namedBy(object)) add(named.object);
  return [...found];
}

function waitsAmong(moments: readonly Moment[]): (wave: number) => boolean {
  const inSync = moments.filter(({ phases }) => phases.includes('Sync'));
  const last = inSync.reduce((most, { wave }) => Math.max(most, wave), -Infinity);
  const withHooks = new Set(inSync.filter(({ isHook }) => isHook).map(({ wave }) => wave));
  const isFollowed = moments.some(({ phases }) => phases.includes('PostSync'));
  return (wave) => isFollowed || wave < last || withHooks.has(wave);
}

function momentOf(object: ApiObject): Moment {
  const own = ownAnnotations(object);
  const declared = declaredPhaseOf(object);
  return {
    phases: declared ? [declared] : phasesIn(object, own),
    wave: waveIn(object, own),
    isHook: declared !== undefined || own[HOOK_ANNOTATION] !== undefined,
    isFixed: own[WAVE_ANNOTATION] !== undefined || own[HELM_WEIGHT] !== undefined,
  };
}
