import type { Rule } from '../../rule';
import { analysisTemplatesExist } from './analysis-templates-exist';
import { backendPort } from './backend-port';
import { configKeys } from './config-keys';
import { configMapExists } from './config-map-exists';
import { configNamed } from './config-named';
import { destinationRuleExists } from './destination-rule-exists';
import { destinationRuleHostExists } from './destination-rule-host-exists';
import { hpaTargetExists } from './hpa-target-exists';
import { ingressBackendExists } from './ingress-backend-exists';
import { ingressesExist } from './ingresses-exist';
import { istioNames } from './istio-names';
import { managedByAnnotation } from './managed-by-annotation';
import { metricServiceExists } from './metric-service-exists';
import { monitorPort } from './monitor-port';
import { namespaceNamed } from './namespace-named';
import { oneRolloutAService } from './one-rollout-a-service';
import { projectExists } from './project-exists';
import { rootService } from './root-service';
import { routeBackendsExist } from './route-backends-exist';
import { routerObjectsExist } from './router-objects-exist';
import { selectorFits } from './selector-fits';
import { serviceAccountExists } from './service-account-exists';
import { serviceFitsWorkload } from './service-fits-workload';
import { servicePortNamed } from './service-port-named';
import { servicePortNumbered } from './service-port-numbered';
import { serviceSelectsPods } from './service-selects-pods';
import { servicesExist } from './services-exist';
import { virtualServiceExists } from './virtual-service-exists';
import { workloadAutoscaled } from './workload-autoscaled';
import { workloadExists } from './workload-exists';
import { workloadRunsOnce } from './workload-runs-once';
import { workloadSelectsItsPods } from './workload-selects-its-pods';

/** The rules of this folder, sorted by id. */
export const REFERENCES_RULES: readonly Rule[] = [
  analysisTemplatesExist,
  backendPort,
  configKeys,
  configMapExists,
  configNamed,
  destinationRuleExists,
  destinationRuleHostExists,
  hpaTargetExists,
  ingressBackendExists,
  ingressesExist,
  istioNames,
  managedByAnnotation,
  metricServiceExists,
  monitorPort,
  namespaceNamed,
  oneRolloutAService,
  projectExists,
  rootService,
  routeBackendsExist,
  routerObjectsExist,
  selectorFits,
  serviceAccountExists,
  serviceFitsWorkload,
  servicePortNamed,
  servicePortNumbered,
  serviceSelectsPods,
  servicesExist,
  virtualServiceExists,
  workloadAutoscaled,
  workloadExists,
  workloadRunsOnce,
  workloadSelectsItsPods,
];
