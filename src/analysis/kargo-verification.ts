import { fail } from '../render/construct-error';
import type { AnalysisRunMetadata } from './analysis-options';
import { analysisToKube, type BoundAnalysis } from './bound-analysis';

/** What `spec.verification` of a Kargo Stage holds. */
export interface KargoVerification {
  /** Templates in the namespace of the Stage, or of the whole cluster. */
  readonly analysisTemplates: ReadonlyArray<{ readonly name: string; readonly kind?: 'ClusterAnalysisTemplate' }>;
  /** Values that every template gets. */
  readonly args?: ReadonlyArray<{ readonly name: string; readonly value: string }>;
  /** What the AnalysisRuns carry. */
  readonly analysisRunMetadata?: AnalysisRunMetadata;
}

/**
 * The checks as the verification of a Kargo Stage. Argument values are text, numbers or Kargo's expressions: there is no Rollout
 * to ask. Kargo does not know nested templates, so a check that nests others throws; so does a value that only a Rollout knows. A check of
 * the namespace has to be in the namespace of the Stage.
 *
 * @see api/v1alpha1/stage_types.go in akuity/kargo
 */
export function kargoVerification(
  checks: readonly [BoundAnalysis, ...BoundAnalysis[]], analysisRunMetadata?: AnalysisRunMetadata,
): KargoVerification {
  for (const { _check, _templates, _values } of checks) {
    if (_templates.length > 1) throw fail(_check, 'the check nests others, which Kargo does not know. verify with each of them instead');
    const runtime = Object.entries(_values).find(([, value]) => typeof value === 'object')?.[0];
    if (runtime !== undefined) {
      throw fail(_check, `the argument ${JSON.stringify(runtime)} is a value that only a Rollout knows, and Kargo has none. pass text or a number`);
    }
  }
  const { args = [] } = analysisToKube(checks, { serviceName: () => ({ missing: 'there is no Rollout' }) });
  return {
    analysisTemplates: checks.map(({ _templates: [{ kind, name }] }) => (kind === 'ClusterAnalysisTemplate' ? { name, kind } : { name })),
    args: args.length > 0 ? args.map(({ name, value = '' }) => ({ name, value })) : undefined,
    analysisRunMetadata,
  };
}
