import type { ConformanceLines } from '../line';

/** Metrics of an analysis: utils/analysis/factory.go and analysis/analysis.go in argoproj/argo-rollouts. */
export const ANALYSIS_RUNS: ConformanceLines = {
  'AR-107': 'every placeholder of a metric is resolved',
  'AR-108': 'there is a metric',
  'AR-109': 'metrics have names of their own',
  'AR-110': 'consecutiveSuccessLimit is 0 or more',
  'AR-111': 'failureLimit is -1 or more',
  'AR-112': 'failureLimit -1 comes with a consecutiveSuccessLimit',
  'AR-113': 'inconclusiveLimit is 0 or more',
  'AR-114': 'consecutiveErrorLimit is 0 or more',
  'AR-115': 'count leaves room for both limits',
  'AR-116': 'count leaves room for consecutiveSuccessLimit',
  'AR-117': 'count leaves room for inconclusiveLimit',
  'AR-118': 'several measurements have an interval',
  'AR-119': 'interval is a Go duration',
  'AR-120': 'initialDelay is a Go duration',
  'AR-121': { check: 'a metric has a provider', unwritable: 'each factory of `Metric` is one provider' },
  'AR-122': { check: 'a metric has one provider', unwritable: 'each factory of `Metric` is one provider' },
  'AR-123': 'a dry run names a metric',
  'AR-124': 'a retention of measurements names a metric',
  'AR-125': { check: 'the Secret of an argument has the key', rest: 'Secrets that are not in Git, as most are' },
};
