import type { ConformanceLines } from '../line';

/** What routers have in common: pkg/apis/rollouts/validation and rollout/trafficrouting.go in argoproj/argo-rollouts. */
export const TRAFFIC: ConformanceLines = {
  'TR-01': { check: 'routers that split between Services have both; plugins too, though the controller does not ask', as: ['AR-027', 'AR-028'] },
  'TR-02': { check: 'the two Services of a pair differ', as: ['AR-018', 'AR-021', 'AR-025'] },
  'TR-03': { check: 'every Service that is named exists in the namespace of the Rollout', as: ['AR-054'] },
  'TR-04': { check: 'Services select labels of the template, not those of canaryMetadata or stableMetadata', as: ['AR-073'] },
  'TR-05': { check: 'a Service belongs to one Rollout', as: ['AR-074'] },
  'TR-06': { check: 'weights go up to maxTrafficWeight, which NGINX and plugins have', as: ['AR-032', 'AR-035'] },
  'TR-07': { check: 'fields that need a router come with one', as: ['AR-029', 'AR-030', 'AR-031', 'AR-037'] },
  'TR-08': { check: 'header and mirror routes come with a router that has them, and are listed in managedRoutes', as: ['AR-038', 'AR-043', 'AR-046', 'AR-047', 'AR-048'] },
  'TR-09': { check: 'a match has one value', as: ['AR-039', 'AR-040', 'AR-041', 'AR-042', 'AR-044', 'AR-045'] },
  'TR-10': { check: 'weighted experiments come with a router that has them', as: ['AR-050'] },
  'TR-11': { check: 'ping-pong comes with ALB or Istio, and with a root Service for ALB', as: ['AR-022', 'AR-026'] },
  'TR-12': { check: 'a step does one thing, also where the controller does not look', as: ['AR-033'], rules: ['rollouts/mixed-step'] },
  'TR-13': 'routes that the controller removes have names of their own',
  'TR-14': { check: 'each of several routers is complete in itself', as: ['AR-027', 'AR-062', 'AR-063', 'AR-065'] },
  'TR-15': { check: 'what a router names lies in the namespace of the Rollout', as: ['AR-054', 'AR-062', 'AR-063', 'AR-065', 'AR-190'] },
  'TR-16': { check: 'header and mirror steps do nothing for the first revision', cluster: 'which revision it is shows in the status alone' },
};
