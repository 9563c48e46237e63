import { isJsonObject, type JsonObject } from '../../../manifests/json';
import type { Manifest } from '../../../manifests/manifest';
import type { Pointer } from '../../../manifests/pointer';
import { isSet, numberField, objectField } from './fields';

/** What `kinds` says for rules about Rollouts. */
export const ROLLOUT = 'argoproj.io/Rollout';

/** Where each strategy lives in a Rollout. */
export const CANARY: Pointer = '/spec/strategy/canary';
export const BLUE_GREEN: Pointer = '/spec/strategy/blueGreen';
export const TRAFFIC_ROUTING: Pointer = `${CANARY}/trafficRouting`;

/** `spec` of a manifest. */
export function specOf(manifest: Manifest): JsonObject | undefined {
  return isJsonObject(manifest.spec) ? manifest.spec : undefined;
}

/** The canary strategy of a Rollout. */
export function canaryOf(manifest: Manifest): JsonObject | undefined {
  return objectField(objectField(specOf(manifest), 'strategy'), 'canary');
}

/** The blue-green strategy of a Rollout. */
export function blueGreenOf(manifest: Manifest): JsonObject | undefined {
  return objectField(objectField(specOf(manifest), 'strategy'), 'blueGreen');
}

/** `trafficRouting` of the canary. An empty one counts as set, as it does for the controller. */
export function trafficRoutingOf(manifest: Manifest): JsonObject | undefined {
  return objectField(canaryOf(manifest), 'trafficRouting');
}

/** Every router that Argo Rollouts 1.9 knows, by its key in `trafficRouting`. */
export const ROUTERS = ['alb', 'ambassador', 'apisix', 'appMesh', 'istio', 'nginx', 'plugins', 'smi', 'traefik'] as const;

/** One key of `trafficRouting` that names a router. */
export type RouterKey = (typeof ROUTERS)[number];

/** Whether one of the routers is configured. */
export function hasRouter(trafficRouting: JsonObject | undefined, ...routers: readonly RouterKey[]): boolean {
  return routers.some((router) => isSet(trafficRouting, router));
}

/** The routers that are configured, for messages. */
export function describeRouters(trafficRouting: JsonObject | undefined): string {
  if (!trafficRouting) return 'no trafficRouting';
  return ROUTERS.filter((router) => isSet(trafficRouting, router)).join(', ') || 'an empty trafficRouting';
}

/** The weight that stands for all traffic: 100 unless `maxTrafficWeight` says otherwise. */
export function maxWeightOf(trafficRouting: JsonObject | undefined): number {
  return numberField(trafficRouting, 'maxTrafficWeight') ?? 100;
}
