import type { Manifest } from '../manifests/manifest';
import { Place } from '../manifests/references/place';
import { FIELD_OWNERS } from './field-owners';
import type { WrittenEntry } from './ignore-difference';

/**
 * For the header routes of its steps Argo Rollouts puts paths into the Ingresses that the AWS controller reads. The weights are an
 * annotation that Git does not have, and Argo CD leaves those alone.
 */
export function albEntries(rollout: Manifest): WrittenEntry[] {
  const routing = Place.root(rollout).at('spec', 'strategy', 'canary', 'trafficRouting');
  const alb = routing.at('alb');
  const managed = routing.at('managedRoutes').items.map((route) => route.at('name').text).filter((name) => name !== '');
  if (managed.length === 0) return [];
  return [alb.at('ingress'), ...alb.at('ingresses').items].map(({ text }) => text).filter((name) => name !== '').map((name) => ({
    group: 'networking.k8s.io',
    kind: 'Ingress',
    name,
    namespace: rollout.metadata.namespace,
    jqPathExpressions: managed.map((route) => `.spec.rules[]?.http.paths[]? | select(.backend.service.name == ${JSON.stringify(route)})`),
    owner: FIELD_OWNERS.ingressPaths,
  }));
}
