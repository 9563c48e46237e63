import type { ConformanceLines } from '../line';

/** How the controller treats Istio: rollout/trafficrouting/istio/istio.go in argoproj/argo-rollouts. */
export const ISTIO_ROUTING: ConformanceLines = {
  'RI-01': { check: 'a route leads to the stable and to the canary Service', as: ['AR-096', 'AR-097'] },
  'RI-02': 'a route leads to no third destination, which the controller would remove',
  'RI-03': 'weights in Git start at 100 and 0',
  'RI-04': { check: 'weights are given', as: ['IS-043'] },
  'RI-05': { check: 'routes that are named are there, and unnamed there is exactly one', as: ['AR-090', 'AR-091'] },
  'RI-06': { check: 'TLS and TCP routes are found by port and hosts', as: ['AR-092', 'AR-093', 'AR-094', 'AR-095'] },
  'RI-07': { check: 'every protocol of the VirtualService is the Rollout\'s', as: ['AR-092', 'AR-093', 'AR-094', 'AR-095'] },
  'RI-08': 'routes beside managed ones have names of their own',
  'RI-09': { check: 'managed routes come first, in the order of managedRoutes', cluster: 'the controller writes them during a release' },
  'RI-10': { check: 'several header matches are alternatives', cluster: 'the controller writes them during a release' },
  'RI-11': { check: 'all versions of the API are served with one schema', unwritable: '`TrafficRouter.istio` writes networking.istio.io/v1', rules: ['schema/known-kind'] },
  'RI-12': 'a VirtualService for hosts outside of the mesh names its gateways',
  'RI-20': { check: 'a route leads to both subsets', as: ['AR-098', 'AR-099'] },
  'RI-21': 'the DestinationRule has the two subsets and no others',
  'RI-22': { check: 'additional subsets keep their weight, taken from stable', cluster: 'the controller computes it during a release' },
  'RI-23': 'the hash of pods is not written by hand',
  'RI-24': 'the DestinationRule is of the host that the routes lead to',
  'RI-25': { check: 'header routes lead to the host of the DestinationRule', cluster: 'the controller writes them during a release' },
  'RI-26': { check: 'traffic policies survive updates', cluster: 'the controller keeps them during a release' },
};
