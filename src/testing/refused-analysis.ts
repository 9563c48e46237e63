import { InputError } from '../manifests/input-error';
import type { JsonObject } from '../manifests/json';
import { ManifestSet } from '../manifests/manifest-set';
import { validate } from '../validation/engine';
import { metricDuration } from '../validation/rules/analysis/metric-duration';
import { metricLimits } from '../validation/rules/analysis/metric-limits';
import { metricsPresent } from '../validation/rules/analysis/metrics-present';
import { oneProvider } from '../validation/rules/analysis/one-provider';
import { DEFAULT_TARGETS } from '../validation/targets';

/** What the controller looks at before it measures anything (utils/analysis/factory.go in argoproj/argo-rollouts). */
const RULES = [metricDuration, metricLimits, metricsPresent, oneProvider];

/** Throws where the controller would end the analysis in Error before its first measurement. */
export function refuseInvalidMetrics(metrics: readonly JsonObject[]): void {
  const set = new ManifestSet();
  set.add({ id: 'trial', namespace: '', destination: { cluster: '' } }, {
    apiVersion: 'argoproj.io/v1alpha1', kind: 'AnalysisTemplate', metadata: { name: 'trial' }, spec: { metrics },
  });
  const { findings } = validate(set, { targets: DEFAULT_TARGETS, rules: RULES });
  const refused = findings.find(({ rule, severity }) => severity === 'error' && RULES.some(({ id }) => id === rule));
  if (!refused) return;
  const cure = refused.fix === undefined ? '' : `. ${refused.fix}`;
  throw new InputError(`the controller would end this analysis in Error before it measures anything: ${refused.message}${cure}`);
}
