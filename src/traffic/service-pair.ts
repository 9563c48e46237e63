import type { Service } from 'cdk8s-plus-27';
import type { TrafficRouterTarget } from './router-binding';

/** The two Services that most routers split between. The controller points each at the pods of one version. */
export interface ServicePair {
  readonly stable: Service;
  readonly canary: Service;
}

/** The Services of a rollout. Routers of one rollout that ask for them get the same two. */
export function servicePair(target: TrafficRouterTarget): ServicePair {
  return {
    stable: target.createService('StableService', `${target.name}-stable`),
    canary: target.createService('CanaryService', `${target.name}-canary`),
  };
}
