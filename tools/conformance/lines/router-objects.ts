import type { ConformanceLines } from '../line';

/** What routers name: validation_references.go and rollout/trafficrouting/istio/istio.go in argoproj/argo-rollouts. */
export const ROUTER_OBJECTS: ConformanceLines = {
  'AR-085': 'an Ingress of NGINX leads to the stable Service',
  'AR-086': 'an Ingress of ALB leads to the root Service, or else to the stable one',
  'AR-087': { check: 'a VirtualService that belongs to a Rollout comes with an Istio router in it', cluster: 'they belong together by an annotation that the controller writes' },
  'AR-088': 'a VirtualService has routes',
  'AR-089': { check: 'routes of a VirtualService can be read', rules: ['schema/type'] },
  'AR-090': 'the HTTP routes that are named are there',
  'AR-091': 'a VirtualService whose routes are not named has exactly one',
  'AR-092': 'a TLS route has the port and the hosts that the Rollout names',
  'AR-093': 'a VirtualService whose TLS routes are not named has exactly one',
  'AR-094': 'a TCP route has the port that the Rollout names',
  'AR-095': 'a VirtualService whose TCP routes are not named has exactly one',
  'AR-096': 'routes lead to the canary Service',
  'AR-097': 'routes lead to the stable Service',
  'AR-098': 'routes lead to the canary subset',
  'AR-099': 'routes lead to the stable subset',
  'AR-100': 'a Mapping has no weight',
  'AR-101': 'the virtual router of App Mesh is one',
  'AR-102': 'a virtual router of App Mesh has routes',
  'AR-103': 'routes of a virtual router are objects',
  'AR-104': 'a route of a virtual router has a protocol',
  'AR-105': 'a route of a virtual router has weighted targets',
  'AR-106': 'a route of a virtual router has two targets',
};
