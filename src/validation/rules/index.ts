import type { PassRule, Rule, RuleDescription } from '../rule';
import { argSource } from './analysis/arg-source';
import { argValuesAgree } from './analysis/arg-values-agree';
import { argsSupplied } from './analysis/args-supplied';
import { boundedInline } from './analysis/bounded-inline';
import { conditionPresent } from './analysis/condition-present';
import { failureReachable } from './analysis/failure-reachable';
import { fieldRef } from './analysis/field-ref';
import { knownArgs } from './analysis/known-args';
import { measurementRulesUnique } from './analysis/measurement-rules-unique';
import { metricDuration } from './analysis/metric-duration';
import { metricLimits } from './analysis/metric-limits';
import { metricNamesUnique } from './analysis/metric-names-unique';
import { metricsPresent } from './analysis/metrics-present';
import { oneProvider } from './analysis/one-provider';
import { placeholders } from './analysis/placeholders';
import { rulesMatchMetrics } from './analysis/rules-match-metrics';
import { startingStep } from './analysis/starting-step';
import { templatesNamed } from './analysis/templates-named';
import { childOrderNeedsHealth } from './apps/child-order-needs-health';
import { destinationOneOf } from './apps/destination-one-of';
import { ignoreDifferencesEffective } from './apps/ignore-differences-effective';
import { repositoryWithoutCredentials } from './apps/repository-without-credentials';
import { retryDuration } from './apps/retry-duration';
import { sourceOneOf } from './apps/source-one-of';
import { syncOptionKnown } from './apps/sync-option-known';
import { autoscalerBounds } from './autoscaling/bounds';
import { noFixedReplicas } from './autoscaling/no-fixed-replicas';
import { oneAutoscalerATarget } from './autoscaling/one-autoscaler-a-target';
import { renders } from './constructs/renders';
import { valid } from './constructs/valid';
import { annotationSyntax } from './manifests/annotation-syntax';
import { labelSyntax } from './manifests/label-syntax';
import { nameSyntax } from './manifests/name-syntax';
import { namespaceSyntax } from './manifests/namespace-syntax';
import { noList } from './manifests/no-list';
import { unique } from './manifests/unique';
import { analysisTemplatesExist } from './references/analysis-templates-exist';
import { destinationRuleExists } from './references/destination-rule-exists';
import { hpaTargetExists } from './references/hpa-target-exists';
import { ingressBackendExists } from './references/ingress-backend-exists';
import { ingressesExist } from './references/ingresses-exist';
import { oneRolloutAService } from './references/one-rollout-a-service';
import { serviceSelectsPods } from './references/service-selects-pods';
import { servicesExist } from './references/services-exist';
import { virtualServiceExists } from './references/virtual-service-exists';
import { workloadExists } from './references/workload-exists';
import { workloadSelectsItsPods } from './references/workload-selects-its-pods';
import { antiAffinity } from './rollouts/anti-affinity';
import { barePercentage } from './rollouts/bare-percentage';
import { canaryScale } from './rollouts/canary-scale';
import { canaryServicesSet } from './rollouts/canary-services-set';
import { containerPorts } from './rollouts/container-ports';
import { containers } from './rollouts/containers';
import { experimentWeight } from './rollouts/experiment-weight';
import { managedRoutesListed } from './rollouts/managed-routes-listed';
import { maxTrafficWeight } from './rollouts/max-traffic-weight';
import { mixedStep } from './rollouts/mixed-step';
import { needsTrafficRouting } from './rollouts/needs-traffic-routing';
import { noNegativeNumbers } from './rollouts/no-negative-numbers';
import { oneActionAStep } from './rollouts/one-action-a-step';
import { oneStrategy } from './rollouts/one-strategy';
import { ownPods } from './rollouts/own-pods';
import { pauseDuration } from './rollouts/pause-duration';
import { pauseOfNothing } from './rollouts/pause-of-nothing';
import { pingPong } from './rollouts/ping-pong';
import { podsRestart } from './rollouts/pods-restart';
import { probes } from './rollouts/probes';
import { progressDeadline } from './rollouts/progress-deadline';
import { promotionContradiction } from './rollouts/promotion-contradiction';
import { routeMatchValues } from './rollouts/route-match-values';
import { routeStepRouter } from './rollouts/route-step-router';
import { scaleDownContradiction } from './rollouts/scale-down-contradiction';
import { scaleDownHistory } from './rollouts/scale-down-history';
import { selectorMatchesTemplate } from './rollouts/selector-matches-template';
import { selectorPresent } from './rollouts/selector-present';
import { selectorSyntax } from './rollouts/selector-syntax';
import { servicesDiffer } from './rollouts/services-differ';
import { surgeOrUnavailable } from './rollouts/surge-or-unavailable';
import { surgeSyntax } from './rollouts/surge-syntax';
import { volumeMounts } from './rollouts/volume-mounts';
import { weightInRange } from './rollouts/weight-in-range';
import { weightsWithoutRouter } from './rollouts/weights-without-router';
import { workloadRefWithoutTemplate } from './rollouts/workload-ref-without-template';
import { bounds } from './schema/bounds';
import { duplicate } from './schema/duplicate';
import { enumValue } from './schema/enum';
import { expression } from './schema/expression';
import { format } from './schema/format';
import { knownKind } from './schema/known-kind';
import { required } from './schema/required';
import { type } from './schema/type';
import { unknownField } from './schema/unknown-field';
import { plainSecret } from './secrets/plain-secret';
import { hookAnnotation } from './sync/hook-annotation';
import { hookDeletePolicy } from './sync/hook-delete-policy';
import { knownAnnotation } from './sync/known-annotation';
import { pausedRolloutBlocks } from './sync/paused-rollout-blocks';
import { syncOptionsAnnotation } from './sync/sync-options-annotation';
import { waveAnnotation } from './sync/wave-annotation';
import { destinationRuleSubsets } from './traffic/destination-rule-subsets';
import { foreignDestinations } from './traffic/foreign-destinations';
import { hostOnce } from './traffic/host-once';
import { httpRoutesNamed } from './traffic/http-routes-named';
import { initialWeights } from './traffic/initial-weights';
import { managedRouteNames } from './traffic/managed-route-names';
import { subsetHash } from './traffic/subset-hash';
import { virtualServiceDestinations } from './traffic/virtual-service-destinations';
import { virtualServiceRoutes } from './traffic/virtual-service-routes';
import { weightsAscend } from './traffic/weights-ascend';
import { weightsGiven } from './traffic/weights-given';
import { weightsSum } from './traffic/weights-sum';
import { expired } from './waivers/expired';
import { knownRule } from './waivers/known-rule';
import { stale } from './waivers/stale';

/** The rules that look at objects, sorted by id. */
export const RULES: readonly Rule[] = [
  argSource,
  argValuesAgree,
  argsSupplied,
  boundedInline,
  conditionPresent,
  failureReachable,
  fieldRef,
  knownArgs,
  measurementRulesUnique,
  metricDuration,
  metricLimits,
  metricNamesUnique,
  metricsPresent,
  oneProvider,
  placeholders,
  rulesMatchMetrics,
  startingStep,
  templatesNamed,
  childOrderNeedsHealth,
  destinationOneOf,
  ignoreDifferencesEffective,
  repositoryWithoutCredentials,
  retryDuration,
  sourceOneOf,
  syncOptionKnown,
  autoscalerBounds,
  noFixedReplicas,
  oneAutoscalerATarget,
  annotationSyntax,
  labelSyntax,
  nameSyntax,
  namespaceSyntax,
  noList,
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
  plainSecret,
  hookAnnotation,
  hookDeletePolicy,
  knownAnnotation,
  pausedRolloutBlocks,
  syncOptionsAnnotation,
  waveAnnotation,
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

/** What the passes over the whole set report, sorted by id. */
export const PASS_RULES: readonly PassRule[] = [
  renders,
  valid,
  unique,
  bounds,
  duplicate,
  enumValue,
  expression,
  format,
  knownKind,
  required,
  type,
  unknownField,
  expired,
  knownRule,
  stale,
];

/** Every id that a finding can carry, with what is said about it, sorted by id. */
export const ALL_RULES: ReadonlyArray<RuleDescription & { readonly bad?: string; readonly good?: string }> =
  [...RULES, ...PASS_RULES].sort((a, b) => (a.id < b.id ? -1 : 1));
