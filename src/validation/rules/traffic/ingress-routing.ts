import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import type { Place } from '../../../manifests/references/place';
import { canaryPlace, type RouterObject, routerObjects } from './router-objects';

/** An Ingress that NGINX or the AWS controller splits for a Rollout. */
export interface SplitIngress extends RouterObject {
  readonly router: 'alb' | 'nginx';
  /** The Service whose paths are split, `''` where the Rollout names none. */
  readonly service: string;
}

/** The Ingresses of a Rollout, as far as they are in the set. */
export function splitIngresses(rollout: ManifestEntry, manifests: ManifestSet): SplitIngress[] {
  const canary = canaryPlace(rollout);
  const stable = canary.at('stableService').text;
  const root = canary.at('trafficRouting', 'alb', 'rootService').text;
  return routerObjects(rollout, manifests, ({ kind }) => kind === 'Ingress').map((ingress) => {
    const router = ingress.pointer.includes('/alb/') ? 'alb' : 'nginx';
    return { ...ingress, router, service: router === 'alb' ? root || stable : stable };
  });
}

/** Every path of an Ingress. */
export function pathsOf(spec: Place): Place[] {
  return spec.at('rules').items.flatMap((rule) => rule.at('http', 'paths').items);
}

/** The Service that a path leads to, `''` for none. */
export function serviceOf(path: Place): string {
  return path.at('backend', 'service', 'name').text;
}
