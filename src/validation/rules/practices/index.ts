import type { Rule } from '../../rule';
import { allowEmpty } from './allow-empty';
import { bothAnalyses } from './both-analyses';
import { budgetPresent } from './budget-present';
import { canaryCapacity } from './canary-capacity';
import { clustersInSteps } from './clusters-in-steps';
import { defaultProject } from './default-project';
import { disruptionBudget } from './disruption-budget';
import { failureLimit } from './failure-limit';
import { firstWeight } from './first-weight';
import { liveness } from './liveness';
import { podsApart } from './pods-apart';
import { podsRemain } from './pods-remain';
import { promotionAfterCheck } from './promotion-after-check';
import { pruneLast } from './prune-last';
import { resources } from './resources';
import { retries } from './retries';
import { revisionHistory } from './revision-history';
import { scaleDownDelay } from './scale-down-delay';
import { selfHeal } from './self-heal';
import { serviceWithoutPods } from './service-without-pods';
import { toldOfFailures } from './told-of-failures';
import { unhealthyPodsEvicted } from './unhealthy-pods-evicted';
import { watchedWeights } from './watched-weights';
import { workloadResources } from './workload-resources';

/** The rules of this folder, sorted by id. */
export const PRACTICES_RULES: readonly Rule[] = [
  allowEmpty,
  bothAnalyses,
  budgetPresent,
  canaryCapacity,
  clustersInSteps,
  defaultProject,
  disruptionBudget,
  failureLimit,
  firstWeight,
  liveness,
  podsApart,
  podsRemain,
  promotionAfterCheck,
  pruneLast,
  resources,
  retries,
  revisionHistory,
  scaleDownDelay,
  selfHeal,
  serviceWithoutPods,
  toldOfFailures,
  unhealthyPodsEvicted,
  watchedWeights,
  workloadResources,
];
