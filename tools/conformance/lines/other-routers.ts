import type { ConformanceLines } from '../line';

/** NGINX: rollout/trafficrouting/nginx/nginx.go in argoproj/argo-rollouts. */
export const NGINX: ConformanceLines = {
  'NG-01': { check: 'a path leads to the stable Service', as: ['AR-085'] },
  'NG-02': 'rules without the stable Service get no canary',
  'NG-03': 'every rule has paths with a Service behind them',
  'NG-04': 'annotations of the canary Ingress are written without or with their prefix, as their field wants',
  'NG-05': 'the class of the Ingress is one that the controller watches',
  'NG-06': { check: 'headers are routed by annotations, not by steps', as: ['AR-038'] },
  'NG-07': 'a host and path has one canary',
};

/** ALB: rollout/trafficrouting/alb/alb.go in argoproj/argo-rollouts. */
export const ALB: ConformanceLines = {
  'AL-01': { check: 'a path leads to the root or stable Service by port name use-annotation', as: ['AR-086'] },
  'AL-02': 'the annotation with the action is left to the controller',
  'AL-03': { check: 'stickiness lasts 1 to 604800 seconds', as: ['AR-179'] },
  'AL-04': { check: 'headers are compared exactly', as: ['AR-040'] },
  'AL-05': 'every rule has paths',
  'AL-06': { check: 'weights are verified', cluster: 'a flag of the controller and rights in AWS decide' },
  'AL-07': { check: 'ping and pong select pods of one version from the start', cluster: 'the controller writes the hash of the pods' },
};

/** The Gateway API plugin: argoproj-labs/rollouts-plugin-trafficrouter-gatewayapi. */
export const GATEWAY_API: ConformanceLines = {
  'GA-01': 'there is a route',
  'GA-02': 'rules lead to the stable and to the canary Service',
  'GA-03': 'no rule of a route with header rules leads to the canary alone',
  'GA-04': 'header routes are of HTTP or gRPC, and their names are free',
  'GA-05': { check: 'no step mirrors traffic', as: ['AR-043'] },
  'GA-06': 'weighted experiments come with an HTTPRoute',
  'GA-07': { check: 'the plugin may read and write routes', cluster: 'roles of the controller are those of its installation' },
  'GA-08': { check: 'TCPRoute and TLSRoute are served in the version that the plugin asks for', rest: 'which channel of the Gateway API is installed' },
};
