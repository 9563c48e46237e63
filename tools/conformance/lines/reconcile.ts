import type { ConformanceLines } from '../line';

/** What routers stumble over at work: rollout/trafficrouting in argoproj/argo-rollouts. */
export const RECONCILE: ConformanceLines = {
  'AR-178': { check: 'an Ingress of ALB leads to the root Service, or else to the stable one', as: ['AR-086'] },
  'AR-179': 'stickiness of ALB lasts 1 to 604800 seconds',
  'AR-180': { check: 'the stable Ingress of NGINX is there and leads to the stable Service', as: ['AR-062', 'AR-085'] },
  'AR-181': { check: 'the canary Ingress of NGINX is the controller\'s own' },
  'AR-182': { check: 'the TrafficSplit of SMI is the controller\'s own', rest: 'the version of SMI that the controller is started with' },
  'AR-183': { check: 'the base Mapping is there and has no weight', as: ['AR-067', 'AR-100'] },
  'AR-184': 'the TraefikService has a weighted service each for stable and canary',
  'AR-185': 'the rules of an ApisixRoute have backends for stable and canary',
  'AR-186': 'the name of an APISIX header route is free',
  'AR-187': { check: 'virtual service, router and nodes of App Mesh are there and whole', as: ['AR-069', 'AR-105'] },
  'AR-188': { check: 'a router plugin is installed and answers', rest: 'plugins that a configuration of the controller elsewhere names' },
  'AR-189': { check: 'the VirtualService is there and has the routes', as: ['AR-065', 'AR-090'] },
  'AR-190': 'the DestinationRule is there',
  'AR-191': { check: 'subsets switch when all pods of a version are available', cluster: 'it is about pods that run' },
  'AR-192': { check: 'a step plugin is installed and answers', rest: 'plugins that a configuration of the controller elsewhere names' },
};
