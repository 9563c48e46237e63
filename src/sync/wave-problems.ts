import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { WAVE_ANNOTATION } from '../manifests/apply-order';
import type { PlacedOrder } from './sync-group';
import { hasWaves, type ObjectPhase, type OwnAnnotations, rankOf } from './sync-phase';
import { inBrackets } from './wave-circle';

/** What phases make of an order: they come first, and the hooks of some of them are started all at once. */
export function phaseProblems({ before, after, said }: PlacedOrder): string[] {
  const [latest] = [...before.byPhase.keys()].sort((a, b) => rankOf(b) - rankOf(a));
  const [earliest] = [...after.byPhase.keys()].sort((a, b) => rankOf(a) - rankOf(b));
  if (latest === undefined || earliest === undefined || rankOf(latest) < rankOf(earliest)) return [];
  if (earliest === latest && hasWaves(latest)) return [];
  const wish = `${after.name} is to come after ${before.name}${inBrackets(said())}`;
  if (rankOf(earliest) < rankOf(latest)) {
    return [`${wish}, but ${called(after.byPhase.get(earliest)![0]!)} belongs to the phase ${earliest} and ${called(before.byPhase.get(latest)![0]!)} to ${latest}, ` +
      'which is later. take out the order, or make both of them hooks of one phase'];
  }
  return [`${wish}, but both are ${latest} hooks, and Argo CD starts these all at once. do it in one Job, with the first part as an init container`];
}

/** Waves that objects say themselves, which win in the YAML, where the order has another one. */
export function annotationProblems(
  waves: ReadonlyMap<ApiObject, number>, annotations: ReadonlyMap<ApiObject, OwnAnnotations>, orders: readonly PlacedOrder[],
): string[] {
  return [...waves].flatMap(([object, wave]) => {
    const own = annotations.get(object)![WAVE_ANNOTATION];
    if (own === undefined || Number(own) === wave) return [];
    const order = orders.find(({ after }) => [...after.byPhase.values()].some((objects) => objects.includes(object)));
    return [`${called(object)} of ${object.node.path} says ${WAVE_ANNOTATION}: '${own}' itself, and the order${inBrackets(order?.said() ?? '')} puts it into wave ${wave}. take the annotation out; ` +
      'what must not come before a certain wave is pinned to it: SyncWaves.of(chart).pin(construct, wave)'];
  });
}

/** A construct that is kept out of the waves below its floor. */
interface Pin {
  readonly construct: IConstruct;
  readonly floor: number;
  /** Those of its objects that have waves. */
  readonly objects: readonly ApiObject[];
  /** The user's line, in brackets. */
  readonly line: () => string;
}

/** Pins of what knows no waves, which would mean nothing. */
export function pinOfNothing({ construct, floor, objects, line }: Pin, phases: readonly (ObjectPhase | undefined)[]): string[] {
  const [phase] = phases;
  if (objects.length > 0 || phase === undefined) return [];
  const what = phase === 'Skip' ? 'Argo CD passes over it' : `is a ${phase} hook, and Argo CD starts these all at once`;
  return [`${construct.node.path} is pinned to wave ${floor}${line()}, but ${what}. take out the pin`];
}

/** Constructs that were to come before wave 0 and do not. Other pins that are lifted are still kept: they are floors. */
export function pinProblems(
  { construct, floor, objects, line }: Pin,
  waves: ReadonlyMap<ApiObject, number>,
): string[] {
  const first = Math.min(...objects.map((object) => waves.get(object)!));
  if (floor >= 0 || objects.length === 0 || first < 0) return [];
  return [`${construct.node.path} is pinned to wave ${floor}${line()}, and comes in wave ${first} after all, as it follows what is in wave ${first - 1}. ` +
    'pin that to a lower wave as well, or take out the pin'];
}

function called({ kind, name }: ApiObject): string {
  return `${kind}/${name}`;
}
