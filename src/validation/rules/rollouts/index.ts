import type { Rule } from '../../rule';
import { antiAffinity } from './anti-affinity';
import { barePercentage } from './bare-percentage';
import { canaryScale } from './canary-scale';
import { canaryServicesSet } from './canary-services-set';
import { containerPorts } from './container-ports';
import { containers } from './containers';
import { experimentWeight } from './experiment-weight';
import { managedRoutesListed } from './managed-routes-listed';
import { maxTrafficWeight } from './max-traffic-weight';
import { mixedStep } from './mixed-step';
import { needsTrafficRouting } from './needs-traffic-routing';
import { noNegativeNumbers } from './no-negative-numbers';
import { oneActionAStep } from './one-action-a-step';
import { oneStrategy } from './one-strategy';
import { ownPods } from './own-pods';
import { pauseDuration } from './pause-duration';
import { pauseOfNothing } from './pause-of-nothing';
import { pingPong } from './ping-pong';
import { podsRestart } from './pods-restart';
import { probes } from './probes';
import { progressDeadline } from './progress-deadline';
import { promotionContradiction } from './promotion-contradiction';
import { routeMatchValues } from './route-match-values';
import { routeStepRouter } from './route-step-router';
import { scaleDownContradiction } from './scale-down-contradiction';
import { scaleDownHistory } from './scale-down-history';
import { selectorMatchesTemplate } from './selector-matches-template';
import { selectorPresent } from './selector-present';
import { selectorSyntax } from './selector-syntax';
import { servicesDiffer } from './services-differ';
import { surgeOrUnavailable } from './surge-or-unavailable';
import { surgeSyntax } from './surge-syntax';
import { volumeMounts } from './volume-mounts';
import { weightInRange } from './weight-in-range';
import { weightsWithoutRouter } from './weights-without-router';
import { workloadRefWithoutTemplate } from './workload-ref-without-template';

/** The rules of this folder, sorted by id. */
export const ROLLOUTS_RULES: readonly Rule[] = [
  antiAffinity,
  barePercentage,
  canaryScale,
  canaryServicesSet,
  containerPorts,
  containers,
  experimentWeight,
  managedRoutesListed,
  maxTrafficWeight,
  mixedStep,
  needsTrafficRouting,
  noNegativeNumbers,
  oneActionAStep,
  oneStrategy,
  ownPods,
  pauseDuration,
  pauseOfNothing,
  pingPong,
  podsRestart,
  probes,
  progressDeadline,
  promotionContradiction,
  routeMatchValues,
  routeStepRouter,
  scaleDownContradiction,
  scaleDownHistory,
  selectorMatchesTemplate,
  selectorPresent,
  selectorSyntax,
  servicesDiffer,
  surgeOrUnavailable,
  surgeSyntax,
  volumeMounts,
  weightInRange,
  weightsWithoutRouter,
  workloadRefWithoutTemplate,
];
