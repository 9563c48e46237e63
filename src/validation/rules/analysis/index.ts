import type { Rule } from '../../rule';
import { argFeedsCredential } from './arg-feeds-credential';
import { argGiven } from './arg-given';
import { argNamesService } from './arg-names-service';
import { argPassedOnce } from './arg-passed-once';
import { argSource } from './arg-source';
import { argValuesAgree } from './arg-values-agree';
import { argValuesFit } from './arg-values-fit';
import { argsOfRun } from './args-of-run';
import { argsSupplied } from './args-supplied';
import { argsUsed } from './args-used';
import { backgroundCanFail } from './background-can-fail';
import { beforePods } from './before-pods';
import { boundedInline } from './bounded-inline';
import { conditionCompiles } from './condition-compiles';
import { conditionConstant } from './condition-constant';
import { conditionNeedsData } from './condition-needs-data';
import { conditionNoData } from './condition-no-data';
import { conditionPresent } from './condition-present';
import { conditionResultShape } from './condition-result-shape';
import { conditionsDiffer } from './conditions-differ';
import { dataInTime } from './data-in-time';
import { failureReachable } from './failure-reachable';
import { fieldPath } from './field-path';
import { fieldRef } from './field-ref';
import { jobConditions } from './job-conditions';
import { jobDeadline } from './job-deadline';
import { jobPods } from './job-pods';
import { knownArgs } from './known-args';
import { labelOfRollout } from './label-of-rollout';
import { measurementRulesUnique } from './measurement-rules-unique';
import { metricDuration } from './metric-duration';
import { metricLimits } from './metric-limits';
import { metricNamesUnique } from './metric-names-unique';
import { metricRuleExact } from './metric-rule-exact';
import { metricsPresent } from './metrics-present';
import { oneProvider } from './one-provider';
import { outlastsExperiment } from './outlasts-experiment';
import { placeholders } from './placeholders';
import { prePromotionTraffic } from './pre-promotion-traffic';
import { providerAddress } from './provider-address';
import { providerCloudWatch } from './provider-cloud-watch';
import { providerCredentials } from './provider-credentials';
import { providerDatadog } from './provider-datadog';
import { providerJobName } from './provider-job-name';
import { providerJsonPath } from './provider-json-path';
import { providerKayenta } from './provider-kayenta';
import { providerOauth2 } from './provider-oauth2';
import { providerRangeQuery } from './provider-range-query';
import { providerServicePort } from './provider-service-port';
import { providerShortHost } from './provider-short-host';
import { providerSigv4 } from './provider-sigv4';
import { providerTimeout } from './provider-timeout';
import { providerWebRequest } from './provider-web-request';
import { providerWindow } from './provider-window';
import { queryBegins } from './query-begins';
import { queryBrackets } from './query-brackets';
import { queryParses } from './query-parses';
import { rulesMatchMetrics } from './rules-match-metrics';
import { secretInArg } from './secret-in-arg';
import { secretKey } from './secret-key';
import { startingStep } from './starting-step';
import { templatesNamed } from './templates-named';

/** The rules of this folder, sorted by id. */
export const ANALYSIS_RULES: readonly Rule[] = [
  argFeedsCredential,
  argGiven,
  argNamesService,
  argPassedOnce,
  argSource,
  argValuesAgree,
  argValuesFit,
  argsOfRun,
  argsSupplied,
  argsUsed,
  backgroundCanFail,
  beforePods,
  boundedInline,
  conditionCompiles,
  conditionConstant,
  conditionNeedsData,
  conditionNoData,
  conditionPresent,
  conditionResultShape,
  conditionsDiffer,
  dataInTime,
  failureReachable,
  fieldPath,
  fieldRef,
  jobConditions,
  jobDeadline,
  jobPods,
  knownArgs,
  labelOfRollout,
  measurementRulesUnique,
  metricDuration,
  metricLimits,
  metricNamesUnique,
  metricRuleExact,
  metricsPresent,
  oneProvider,
  outlastsExperiment,
  placeholders,
  prePromotionTraffic,
  providerAddress,
  providerCloudWatch,
  providerCredentials,
  providerDatadog,
  providerJobName,
  providerJsonPath,
  providerKayenta,
  providerOauth2,
  providerRangeQuery,
  providerServicePort,
  providerShortHost,
  providerSigv4,
  providerTimeout,
  providerWebRequest,
  providerWindow,
  queryBegins,
  queryBrackets,
  queryParses,
  rulesMatchMetrics,
  secretInArg,
  secretKey,
  startingStep,
  templatesNamed,
];
