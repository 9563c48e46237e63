import type { SeedError } from './seed-error';

const CANARY = '/spec/strategy/canary';
const BLUE_GREEN = '/spec/strategy/blueGreen';
const STEPS = `${CANARY}/steps`;
const VIRTUAL_SERVICE = `${CANARY}/trafficRouting/istio/virtualServices/0/name`;
const SUCCESS = '/spec/metrics/0/successCondition';

/** The errors in what releases and measures. */
export const ROLLOUTS_ERRORS: readonly SeedError[] = [
  {
    id: 'E01', what: 'a rollback window inside the strategy', files: ['02'],
    rule: 'schema/unknown-field', severity: 'error', at: [`Rollout/my-app ${CANARY}/rollbackWindow`],
  },
  {
    id: 'E03', what: 'weights of the router in the strategy', files: ['30'],
    rule: 'schema/unknown-field', severity: 'error', at: [`Rollout/api ${CANARY}/trafficWeight`],
  },
  {
    id: 'E04', what: 'a template named by `name`', files: ['30'],
    rule: 'schema/unknown-field', severity: 'error', at: [`Rollout/api ${CANARY}/analysis/templates/0/name`],
  },
  {
    id: 'E04', what: 'no template is named', files: ['30'],
    rule: 'analysis/templates-named', severity: 'error', at: [`Rollout/api ${CANARY}/analysis/templates/0`],
  },
  {
    id: 'E05', what: 'an interval of the analysis', files: ['30'],
    rule: 'schema/unknown-field', severity: 'error', at: [`Rollout/api ${CANARY}/analysis/interval`],
  },
  {
    id: 'E06', what: 'a threshold of the analysis', files: ['30'],
    rule: 'schema/unknown-field', severity: 'error', at: [`Rollout/api ${CANARY}/analysis/threshold`],
  },
  {
    id: 'E07', what: 'limits of the metric in an invented field', files: ['30'],
    rule: 'schema/unknown-field', severity: 'error', at: ['AnalysisTemplate/success-rate /spec/metrics/0/thresholdResults'],
  },
  {
    id: 'E15', what: 'a template without the labels of the selector', files: ['20'],
    rule: 'rollouts/selector-matches-template', severity: 'error', at: ['Rollout/api-service /spec/template'],
  },
  {
    id: 'E16', what: 'a metric without end between two steps', files: ['20', '21'],
    rule: 'analysis/bounded-inline', severity: 'error', at: [`Rollout/api-service ${STEPS}/2/analysis/templates/0`],
  },
  {
    id: 'E17', what: 'an argument that nobody supplies', files: ['15', '13'],
    rule: 'analysis/args-supplied', severity: 'error', at: [`Rollout/my-app ${STEPS}/2/analysis`],
  },
  {
    id: 'E18', what: 'subsets that no route leads to', files: ['12'],
    rule: 'traffic/virtual-service-destinations', severity: 'error', at: [`Rollout/my-app-istio ${VIRTUAL_SERVICE}`],
  },
  {
    id: 'E19', what: 'a check that the article does not define', files: ['10', '13', '14'], namespace: 'production',
    rule: 'references/analysis-templates-exist', severity: 'error', at: [`Rollout/my-app ${BLUE_GREEN}/postPromotionAnalysis/templates/0/templateName`],
  },
  {
    id: 'E20', what: 'a check that the article does not define', files: ['11', '13', '14'],
    rule: 'references/analysis-templates-exist', severity: 'error', at: [`Rollout/my-app-canary ${STEPS}/8/analysis/templates/0/templateName`],
  },
  {
    id: 'E22', what: 'Services that nobody makes', files: ['02'],
    rule: 'references/services-exist', severity: 'error', at: [`Rollout/my-app ${CANARY}/canaryService`, `Rollout/my-app ${CANARY}/stableService`],
  },
  {
    id: 'E22', what: 'Services that nobody makes', files: ['04'],
    rule: 'references/services-exist', severity: 'error',
    at: [`Rollout/my-app-bluegreen ${BLUE_GREEN}/activeService`, `Rollout/my-app-bluegreen ${BLUE_GREEN}/previewService`],
  },
  {
    id: 'E22', what: 'Services that nobody makes', files: ['11'],
    rule: 'references/services-exist', severity: 'error',
    at: [`Rollout/my-app-canary ${CANARY}/canaryService`, `Rollout/my-app-canary ${CANARY}/stableService`],
  },
  {
    id: 'E22', what: 'Services that nobody makes', files: ['12'],
    rule: 'references/services-exist', severity: 'error',
    at: [`Rollout/my-app-istio ${CANARY}/canaryService`, `Rollout/my-app-istio ${CANARY}/stableService`],
  },
  {
    id: 'E22', what: 'Services that nobody makes', files: ['20'],
    rule: 'references/services-exist', severity: 'error',
    at: [`Rollout/api-service ${CANARY}/canaryService`, `Rollout/api-service ${CANARY}/stableService`],
  },
  {
    id: 'E23', what: 'a VirtualService that nobody makes', files: ['02'],
    rule: 'references/virtual-service-exists', severity: 'error', at: [`Rollout/my-app ${VIRTUAL_SERVICE}`],
  },
  {
    id: 'E26', what: 'promoted by hand, and after five minutes', files: ['04'],
    rule: 'rollouts/promotion-contradiction', severity: 'error', at: [`Rollout/my-app-bluegreen ${BLUE_GREEN}/autoPromotionSeconds`],
  },
  {
    id: 'E27', what: 'a check that every value passes', files: ['30'],
    rule: 'analysis/condition-present', severity: 'warning', at: ['AnalysisTemplate/success-rate /spec/metrics/0'],
  },
  {
    id: 'E28, E29', what: 'error rates and latencies without data', files: ['03'],
    rule: 'analysis/condition-no-data', severity: 'warning',
    at: [
      `AnalysisTemplate/error-rate-check ${SUCCESS}`, `AnalysisTemplate/latency-check ${SUCCESS}`,
      `AnalysisTemplate/comprehensive-check ${SUCCESS}`, 'AnalysisTemplate/comprehensive-check /spec/metrics/1/successCondition',
    ],
  },
  {
    id: 'E28, E29', what: 'error rates and latencies without data', files: ['13'],
    rule: 'analysis/condition-no-data', severity: 'warning',
    at: [`AnalysisTemplate/error-rate-check ${SUCCESS}`, `AnalysisTemplate/latency-check ${SUCCESS}`],
  },
  {
    id: 'E28', what: 'an error rate without data', files: ['21'],
    rule: 'analysis/condition-no-data', severity: 'warning', at: [`AnalysisTemplate/error-rate-check ${SUCCESS}`],
  },
  {
    id: 'E30', what: 'requests counted where no client is', files: ['04', '03'], namespace: 'my-app-prod',
    rule: 'analysis/pre-promotion-traffic', severity: 'info', at: [`Rollout/my-app-bluegreen ${BLUE_GREEN}/prePromotionAnalysis/templates/0`],
  },
  {
    id: 'E31', what: 'a label that no pod has', files: ['20', '21'],
    rule: 'rollouts/version-label', severity: 'warning', at: [`Rollout/api-service ${STEPS}/2/analysis/templates/0`],
  },
  {
    id: 'E32', what: 'a query that measures both versions', files: ['11', '13'],
    rule: 'rollouts/query-argument', severity: 'info', at: [`Rollout/my-app-canary ${STEPS}/5/analysis/templates/0`],
  },
  {
    id: 'E33', what: 'weights that are shares of pods', files: ['11'],
    rule: 'rollouts/weights-without-router', severity: 'warning', at: [`Rollout/my-app-canary ${STEPS}/0/setWeight`],
  },
  {
    id: 'E33', what: 'weights that are shares of pods', files: ['30'],
    rule: 'rollouts/weights-without-router', severity: 'warning', at: [`Rollout/api ${STEPS}/0/setWeight`],
  },
  {
    id: 'E34', what: 'a DestinationRule for no Service', files: ['12'],
    rule: 'references/destination-rule-host-exists', severity: 'warning', at: ['DestinationRule/my-app-destrule /spec/host'],
  },
  {
    id: 'E35', what: 'a public host without a gateway', files: ['12'],
    rule: 'traffic/mesh-only-host', severity: 'warning', at: [`Rollout/my-app-istio ${VIRTUAL_SERVICE}`],
  },
  {
    id: 'E57', what: 'a server without its namespace', files: ['30'],
    rule: 'analysis/provider-short-host', severity: 'info', at: ['AnalysisTemplate/success-rate /spec/metrics/0/provider/prometheus/address'],
  },
  {
    id: 'E58', what: 'Services in another namespace than their Rollout', files: ['10'],
    rule: 'references/services-exist', severity: 'error', at: [`Rollout/my-app ${BLUE_GREEN}/activeService`, `Rollout/my-app ${BLUE_GREEN}/previewService`],
  },
  {
    id: 'E59', what: 'three Rollouts of the same pods', files: ['10', '11', '12'], namespace: 'production',
    rule: 'rollouts/own-pods', severity: 'error', at: ['Rollout/my-app-canary /spec/selector', 'Rollout/my-app-istio /spec/selector'],
  },
  {
    id: 'E59', what: 'two Rollouts of the same pods', files: ['02', '04'],
    rule: 'rollouts/own-pods', severity: 'error', at: ['Rollout/my-app-bluegreen /spec/selector'],
  },
  {
    id: 'E60', what: 'a Rollout added to the chart of its Deployment', files: ['60'],
    rule: 'rollouts/own-pods', severity: 'error', at: ['Rollout/api-service /spec/selector'],
  },
];
