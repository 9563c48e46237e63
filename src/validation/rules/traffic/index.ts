import type { Rule } from '../../rule';
import { albActionInGit } from './alb-action-in-git';
import { albActionMade } from './alb-action-made';
import { albServicePort } from './alb-service-port';
import { albStickiness } from './alb-stickiness';
import { albUseAnnotation } from './alb-use-annotation';
import { apisixRouteBackends } from './apisix-route-backends';
import { appMeshRoutes } from './app-mesh-routes';
import { controllerObjects } from './controller-objects';
import { destinationNamespace } from './destination-namespace';
import { destinationOnce } from './destination-once';
import { destinationRuleSubsets } from './destination-rule-subsets';
import { foreignDestinations } from './foreign-destinations';
import { headerRouteNeedsHttp } from './header-route-needs-http';
import { hostOnce } from './host-once';
import { httpRoutesNamed } from './http-routes-named';
import { ingressBackends } from './ingress-backends';
import { ingressClass } from './ingress-class';
import { ingressLeadsToService } from './ingress-leads-to-service';
import { ingressPastRouter } from './ingress-past-router';
import { ingressPathOnce } from './ingress-path-once';
import { ingressValues } from './ingress-values';
import { initialWeights } from './initial-weights';
import { managedRouteNames } from './managed-route-names';
import { managedRoutesNamed } from './managed-routes-named';
import { mappingService } from './mapping-service';
import { meshOnlyHost } from './mesh-only-host';
import { nginxAnnotationKeys } from './nginx-annotation-keys';
import { nginxAnnotations } from './nginx-annotations';
import { nginxStableIngress } from './nginx-stable-ingress';
import { oneRolloutARoute } from './one-rollout-a-route';
import { routePastRouter } from './route-past-router';
import { routerObjectsNamed } from './router-objects-named';
import { smiRoot } from './smi-root';
import { subsetHash } from './subset-hash';
import { traefikServiceWeighted } from './traefik-service-weighted';
import { virtualServiceDestinations } from './virtual-service-destinations';
import { virtualServiceRoutes } from './virtual-service-routes';
import { weightsAscend } from './weights-ascend';
import { weightsGiven } from './weights-given';
import { weightsSum } from './weights-sum';

/** The rules of this folder, sorted by id. */
export const TRAFFIC_RULES: readonly Rule[] = [
  albActionInGit,
  albActionMade,
  albServicePort,
  albStickiness,
  albUseAnnotation,
  apisixRouteBackends,
  appMeshRoutes,
  controllerObjects,
  destinationNamespace,
  destinationOnce,
  destinationRuleSubsets,
  foreignDestinations,
  headerRouteNeedsHttp,
  hostOnce,
  httpRoutesNamed,
  ingressBackends,
  ingressClass,
  ingressLeadsToService,
  ingressPastRouter,
  ingressPathOnce,
  ingressValues,
  initialWeights,
  managedRouteNames,
  managedRoutesNamed,
  mappingService,
  meshOnlyHost,
  nginxAnnotationKeys,
  nginxAnnotations,
  nginxStableIngress,
  oneRolloutARoute,
  routePastRouter,
  routerObjectsNamed,
  smiRoot,
  subsetHash,
  traefikServiceWeighted,
  virtualServiceDestinations,
  virtualServiceRoutes,
  weightsAscend,
  weightsGiven,
  weightsSum,
];
