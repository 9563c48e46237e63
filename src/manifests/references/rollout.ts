import { groupOf } from '../manifest';
import { experimentReferences, templateReferences } from './analysis';
import { GATEWAY_API_PLUGIN, pluginRoutes } from './gateway-api-plugin';
import type { Place } from './place';
import { podReferences } from './pods';
import { MAPPING, TRAEFIK_SERVICE } from './proxies';
import type { ReferenceList } from './reference';

/** Rollout: Services, routers, analyses, the workload it takes its pods from, and what the pods need. */
export function rolloutReferences(list: ReferenceList, root: Place): void {
  const spec = root.at('spec');
  blueGreenReferences(list, spec.at('strategy', 'blueGreen'));
  canaryReferences(list, spec.at('strategy', 'canary'));
  const workload = spec.at('workloadRef');
  list.add(workload.at('name'), 'workload', { group: groupOf(workload.at('apiVersion').text), kind: workload.at('kind').text });
  podReferences(list, spec.at('template', 'spec'));
}

function blueGreenReferences(list: ReferenceList, blueGreen: Place): void {
  list.addService(blueGreen.at('activeService'), 'active service');
  list.addService(blueGreen.at('previewService'), 'preview service');
  templateReferences(list, blueGreen.at('prePromotionAnalysis', 'templates'));
  templateReferences(list, blueGreen.at('postPromotionAnalysis', 'templates'));
}

function canaryReferences(list: ReferenceList, canary: Place): void {
  list.addService(canary.at('stableService'), 'stable service');
  list.addService(canary.at('canaryService'), 'canary service');
  list.addService(canary.at('pingPong', 'pingService'), 'ping service');
  list.addService(canary.at('pingPong', 'pongService'), 'pong service');
  templateReferences(list, canary.at('analysis', 'templates'));
  for (const step of canary.at('steps').items) {
    templateReferences(list, step.at('analysis', 'templates'));
    experimentReferences(list, step.at('experiment'));
  }
  routerReferences(list, canary.at('trafficRouting'));
}

function routerReferences(list: ReferenceList, routing: Place): void {
  istioReferences(list, routing.at('istio'));
  const ingress = { group: 'networking.k8s.io', kind: 'Ingress' };
  for (const place of oneOrMany(routing.at('nginx'), 'stableIngress', 'stableIngresses')) list.add(place, 'stable ingress', ingress);
  for (const place of oneOrMany(routing.at('alb'), 'ingress', 'ingresses')) list.add(place, 'ingress', ingress);
  list.addService(routing.at('alb', 'rootService'), 'root service');
  list.addService(routing.at('smi', 'rootService'), 'root service');
  for (const place of routing.at('ambassador', 'mappings').items) list.add(place, 'mapping', MAPPING);
  list.add(routing.at('traefik', 'weightedTraefikServiceName'), 'traefik service', TRAEFIK_SERVICE);
  list.add(routing.at('apisix', 'route', 'name'), 'apisix route', { group: 'apisix.apache.org', kind: 'ApisixRoute' });
  appMeshReferences(list, routing.at('appMesh'));
  pluginRoutes(routing.at('plugins', GATEWAY_API_PLUGIN)).forEach(({ place, kind, namespace }) =>
    list.add(place, 'route', { group: 'gateway.networking.k8s.io', kind, namespace }));
}

function appMeshReferences(list: ReferenceList, appMesh: Place): void {
  const group = 'appmesh.k8s.aws';
  list.add(appMesh.at('virtualService', 'name'), 'virtual service', { group, kind: 'VirtualService' });
  for (const key of ['canaryVirtualNodeRef', 'stableVirtualNodeRef']) {
    list.add(appMesh.at('virtualNodeGroup', key, 'name'), 'virtual node', { group, kind: 'VirtualNode' });
  }
}

function istioReferences(list: ReferenceList, istio: Place): void {
  const several = istio.at('virtualServices').items.map((item) => item.at('name'));
  for (const place of [istio.at('virtualService', 'name'), ...several]) {
    // Argo Rollouts 1.9 splits `name.namespace` at its first dot. DestinationRules are always of the Rollout's own namespace.
    const [name = '', namespace] = place.text.split('.');
    list.add(place, 'virtual service', { group: 'networking.istio.io', kind: 'VirtualService', name, namespace });
  }
  list.add(istio.at('destinationRule', 'name'), 'destination rule', { group: 'networking.istio.io', kind: 'DestinationRule' });
}

function oneOrMany(owner: Place, one: string, many: string): Place[] {
  return [owner.at(one), ...owner.at(many).items];
}
