import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { WAVE_ANNOTATION } from '../manifests/apply-order';
import type { GroupMembers } from './sync-group';
import { hasWaves, type OwnAnnotations, rankOf } from './sync-phase';

/** What phases make of an order: they come first, and the hooks of some of them are started all at once. */
export function phaseProblems({ before, after }: { readonly before: GroupMembers; readonly after: GroupMembers }): string[] {
  const wish = `${after.name} is to come after ${before.name}`;
  const [latest] = [...before.byPhase.keys()].sort((a, b) => rankOf(b) - rankOf(a));
  const [earliest] = [...after.byPhase.keys()].sort((a, b) => rankOf(a) - rankOf(b));
  if (latest === undefined || earliest === undefined) return [];
  if (rankOf(earliest) < rankOf(latest)) {
    return [`${wish}, but ${called(after.byPhase.get(earliest)![0]!)} belongs to the phase ${earliest} and ${called(before.byPhase.get(latest)![0]!)} to ${latest}, ` +
      'which is later. take out the order, or make both of them hooks of one phase'];
  }
  if (earliest !== latest || hasWaves(latest)) return [];
  return [`${wish}, but both are ${latest} hooks, and Argo CD starts these all at once. do it in one Job, with the first part as an init container`];
}

/** Waves that objects say themselves, which win in the YAML, where the order has another one. */
export function annotationProblems(waves: ReadonlyMap<ApiObject, number>, annotations: ReadonlyMap<ApiObject, OwnAnnotations>): string[] {
  return [...waves].flatMap(([object, wave]) => {
    const own = annotations.get(object)![WAVE_ANNOTATION];
    if (own === undefined || Number(own) === wave) return [];
    return [`${called(object)} of ${object.node.path} says ${WAVE_ANNOTATION}: '${own}' itself, and the order puts it into wave ${wave}. take the annotation out; ` +
      'what must not come before a certain wave is pinned to it: SyncWaves.of(chart).pin(construct, wave)'];
  });
}

/** Constructs that were to come before wave 0 and do not. Other pins that are lifted are still kept: they are floors. */
export function pinProblems(
  { construct, floor, objects }: { readonly construct: IConstruct; readonly floor: number; readonly objects: readonly ApiObject[] },
  waves: ReadonlyMap<ApiObject, number>,
): string[] {
  const first = Math.min(...objects.map((object) => waves.get(object)!));
  if (floor >= 0 || objects.length === 0 || first < 0) return [];
  return [`${construct.node.path} is pinned to wave ${floor}, and comes in wave ${first} after all, as it follows what is in wave ${first - 1}. ` +
    'pin that to a lower wave as well, or take out the pin'];
}

function called({ kind, name }: ApiObject): string {
  return `${kind}/${name}`;
}
