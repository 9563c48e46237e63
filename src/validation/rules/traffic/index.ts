import type { Rule } from '../../rule';
import { destinationRuleSubsets } from './destination-rule-subsets';
import { foreignDestinations } from './foreign-destinations';
import { hostOnce } from './host-once';
import { httpRoutesNamed } from './http-routes-named';
import { initialWeights } from './initial-weights';
import { managedRouteNames } from './managed-route-names';
import { subsetHash } from './subset-hash';
import { virtualServiceDestinations } from './virtual-service-destinations';
import { virtualServiceRoutes } from './virtual-service-routes';
import { weightsAscend } from './weights-ascend';
import { weightsGiven } from './weights-given';
import { weightsSum } from './weights-sum';

/** The rules of this folder, sorted by id. */
export const TRAFFIC_RULES: readonly Rule[] = [
  destinationRuleSubsets,
  foreignDestinations,
  hostOnce,
  httpRoutesNamed,
  initialWeights,
  managedRouteNames,
  subsetHash,
  virtualServiceDestinations,
  virtualServiceRoutes,
  weightsAscend,
  weightsGiven,
  weightsSum,
];
