import type { Rule } from '../../rule';
import { analysisTemplatesExist } from './analysis-templates-exist';
import { destinationRuleExists } from './destination-rule-exists';
import { destinationRuleHostExists } from './destination-rule-host-exists';
import { hpaTargetExists } from './hpa-target-exists';
import { ingressBackendExists } from './ingress-backend-exists';
import { ingressesExist } from './ingresses-exist';
import { oneRolloutAService } from './one-rollout-a-service';
import { routeBackendsExist } from './route-backends-exist';
import { routerObjectsExist } from './router-objects-exist';
import { serviceSelectsPods } from './service-selects-pods';
import { servicesExist } from './services-exist';
import { virtualServiceExists } from './virtual-service-exists';
import { workloadExists } from './workload-exists';
import { workloadSelectsItsPods } from './workload-selects-its-pods';

/** The rules of this folder, sorted by id. */
export const REFERENCES_RULES: readonly Rule[] = [
  analysisTemplatesExist,
  destinationRuleExists,
  destinationRuleHostExists,
  hpaTargetExists,
  ingressBackendExists,
  ingressesExist,
  oneRolloutAService,
  routeBackendsExist,
  routerObjectsExist,
  serviceSelectsPods,
  servicesExist,
  virtualServiceExists,
  workloadExists,
  workloadSelectsItsPods,
];
