import type { Rule } from '../../rule';
import { gatewayAlphaRoutes } from './alpha-routes';
import { gatewayCanaryOnlyRule } from './canary-only-rule';
import { gatewayDefaultsWritten } from './defaults-written';
import { gatewayExperimentRoute } from './experiment-route';
import { gatewayHeaderOnce } from './header-once';
import { gatewayHeaderRoutesMade } from './header-routes-made';
import { gatewayHeaderRuleTimeouts } from './header-rule-timeouts';
import { gatewayInitialWeights } from './initial-weights';
import { gatewayManagedRuleNames } from './managed-rule-names';
import { gatewayParentRefs } from './parent-refs';
import { gatewayPluginConfig } from './plugin-config';
import { gatewayPluginName } from './plugin-name';
import { gatewayReferenceKinds } from './reference-kinds';
import { gatewayRouteBackends } from './route-backends';
import { gatewayRulesLeft } from './rules-left';
import { gatewaySelectorMatches } from './selector-matches';
import { gatewaySplitInOneRule } from './split-in-one-rule';
import { gatewayTotalWeight } from './total-weight';

/** The rules of this folder, sorted by id. */
export const GATEWAY_API_RULES: readonly Rule[] = [
  gatewayAlphaRoutes,
  gatewayCanaryOnlyRule,
  gatewayDefaultsWritten,
  gatewayExperimentRoute,
  gatewayHeaderOnce,
  gatewayHeaderRoutesMade,
  gatewayHeaderRuleTimeouts,
  gatewayInitialWeights,
  gatewayManagedRuleNames,
  gatewayParentRefs,
  gatewayPluginConfig,
  gatewayPluginName,
  gatewayReferenceKinds,
  gatewayRouteBackends,
  gatewayRulesLeft,
  gatewaySelectorMatches,
  gatewaySplitInOneRule,
  gatewayTotalWeight,
];
