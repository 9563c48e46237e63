import type { PassRule, Rule, RuleDescription } from '../rule';
import { unique } from './manifests/unique';
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
import { enumValue } from './schema/enum';
import { expression } from './schema/expression';
import { format } from './schema/format';
import { required } from './schema/required';
import { type } from './schema/type';
import { unknownField } from './schema/unknown-field';
import { expired } from './waivers/expired';
import { stale } from './waivers/stale';

/** The rules that look at objects, sorted by id. */
export const RULES: readonly Rule[] = [
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

/** What the passes over the whole set report, sorted by id. */
export const PASS_RULES: readonly PassRule[] = [
  unique,
  bounds,
  enumValue,
  expression,
  format,
  required,
  type,
  unknownField,
  expired,
  stale,
];

/** Every id that a finding can carry, with what is said about it, sorted by id. */
export const ALL_RULES: ReadonlyArray<RuleDescription & { readonly bad?: string; readonly good?: string }> =
  [...RULES, ...PASS_RULES].sort((a, b) => (a.id < b.id ? -1 : 1));
