import type { Rule } from '../../rule';
import { analysisTemplatesExist } from './analysis-templates-exist';
import { destinationRuleExists } from './destination-rule-exists';
import { hpaTargetExists } from './hpa-target-exists';
import { ingressBackendExists } from './ingress-backend-exists';
import { ingressesExist } from './ingresses-exist';
import { oneRolloutAService } from './one-rollout-a-service';
import { serviceSelectsPods } from './service-selects-pods';
import { servicesExist } from './services-exist';
import { virtualServiceExists } from './virtual-service-exists';
import { workloadExists } from './workload-exists';
import { workloadSelectsItsPods } from './workload-selects-its-pods';

/** The rules of this folder, sorted by id. */
export const REFERENCES_RULES: readonly Rule[] = [
  analysisTemplatesExist,
  destinationRuleExists,
  hpaTargetExists,
  ingressBackendExists,
  ingressesExist,
  oneRolloutAService,
  serviceSelectsPods,
  servicesExist,
  virtualServiceExists,
  workloadExists,
  workloadSelectsItsPods,
];
