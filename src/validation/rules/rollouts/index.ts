import type { Rule } from '../../rule';
import { abortDelay } from './abort-delay';
import { antiAffinity } from './anti-affinity';
import { backgroundAnalysisEnds } from './background-analysis-ends';
import { backgroundAnalysisTime } from './background-analysis-time';
import { barePercentage } from './bare-percentage';
import { canaryScale } from './canary-scale';
import { canaryScaleKept } from './canary-scale-kept';
import { canaryScaleSaid } from './canary-scale-said';
import { canaryServicesSet } from './canary-services-set';
import { containerPorts } from './container-ports';
import { containers } from './containers';
import { derivedNames } from './derived-names';
import { experimentWeight } from './experiment-weight';
import { hashByHand } from './hash-by-hand';
import { headersAllMatch } from './headers-all-match';
import { lastWeight } from './last-weight';
import { managedRoutesListed } from './managed-routes-listed';
import { maxTrafficWeight } from './max-traffic-weight';
import { mirrorPercentage } from './mirror-percentage';
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
import { previewReplicas } from './preview-replicas';
import { probes } from './probes';
import { progressDeadline } from './progress-deadline';
import { progressThreshold } from './progress-threshold';
import { progressThresholdReachable } from './progress-threshold-reachable';
import { promotionContradiction } from './promotion-contradiction';
import { queryArgument } from './query-argument';
import { rollbackWindow } from './rollback-window';
import { routeBeforePods } from './route-before-pods';
import { routeMatchValues } from './route-match-values';
import { routeStepEveryRouter } from './route-step-every-router';
import { routeStepRouter } from './route-step-router';
import { routerNamed } from './router-named';
import { scaleDownContradiction } from './scale-down-contradiction';
import { scaleDownDelay } from './scale-down-delay';
import { scaleDownHistory } from './scale-down-history';
import { selectorMatchesTemplate } from './selector-matches-template';
import { selectorPresent } from './selector-present';
import { selectorSyntax } from './selector-syntax';
import { servicesDiffer } from './services-differ';
import { stepsWithRouter } from './steps-with-router';
import { surgeOrUnavailable } from './surge-or-unavailable';
import { surgeSyntax } from './surge-syntax';
import { versionLabel } from './version-label';
import { volumeMounts } from './volume-mounts';
import { weightInRange } from './weight-in-range';
import { weightsWithoutRouter } from './weights-without-router';
import { workloadRefKind } from './workload-ref-kind';
import { workloadRefScaleDown } from './workload-ref-scale-down';
import { workloadRefWithoutTemplate } from './workload-ref-without-template';

/** The rules of this folder, sorted by id. */
export const ROLLOUTS_RULES: readonly Rule[] = [
  abortDelay,
  antiAffinity,
  backgroundAnalysisEnds,
  backgroundAnalysisTime,
  barePercentage,
  canaryScale,
  canaryScaleKept,
  canaryScaleSaid,
  canaryServicesSet,
  containerPorts,
  containers,
  derivedNames,
  experimentWeight,
  hashByHand,
  headersAllMatch,
  lastWeight,
  managedRoutesListed,
  maxTrafficWeight,
  mirrorPercentage,
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
  previewReplicas,
  probes,
  progressDeadline,
  progressThreshold,
  progressThresholdReachable,
  promotionContradiction,
  queryArgument,
  rollbackWindow,
  routeBeforePods,
  routeMatchValues,
  routeStepEveryRouter,
  routeStepRouter,
  routerNamed,
  scaleDownContradiction,
  scaleDownDelay,
  scaleDownHistory,
  selectorMatchesTemplate,
  selectorPresent,
  selectorSyntax,
  servicesDiffer,
  stepsWithRouter,
  surgeOrUnavailable,
  surgeSyntax,
  versionLabel,
  volumeMounts,
  weightInRange,
  weightsWithoutRouter,
  workloadRefKind,
  workloadRefScaleDown,
  workloadRefWithoutTemplate,
];
