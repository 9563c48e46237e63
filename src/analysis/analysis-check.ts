import type { Construct } from 'constructs';
import type { ArgDeclarations, ExternalArgs } from './argument';
import type { Check } from './check';
import type { CheckBaseProps, CheckContents, NamedCheckProps, NestableCheck } from './check-props';
import { NamedCheck } from './named-check';
import { RenderedCheck } from './rendered-check';

/** What an `AnalysisCheck` is made of. */
export type AnalysisCheckProps<A extends ArgDeclarations> = CheckBaseProps<A> & CheckContents<A, NestableCheck<NoInfer<keyof A & string>>>;

/**
 * A check that a rollout has to pass: an AnalysisTemplate whose arguments are known to the compiler. A missing, unknown or
 * misspelt argument does not compile, neither where the metrics use it nor where a rollout supplies it.
 *
 * @see utils/analysis/helpers.go in argoproj/argo-rollouts
 *
 * @example
 *   const errorRate = new AnalysisCheck(this, 'ErrorRate', {
 *     args: { service: Arg.required() },
 *     metrics: (arg) => [Metric.prometheus('error-rate', { ... })],
 *   });
 *   CanaryStep.analysis(errorRate.withArgs({ service: Arg.canaryService() }));
 */
export class AnalysisCheck<const A extends ArgDeclarations = {}> extends RenderedCheck<A> {
  /** An AnalysisTemplate that somebody else makes, in the namespace of the rollouts that use it. Renders nothing. */
  public static fromName<const A extends ExternalArgs = {}>(
    scope: Construct, id: string, props: NamedCheckProps<A>,
  ): Check<A> & { readonly clusterScope: false } {
    return new NamedCheck(scope, id, 'AnalysisTemplate', props) as Check<A> & { readonly clusterScope: false };
  }

  /** False: only rollouts of its own namespace can use it. */
  public override readonly clusterScope = false;

  public constructor(scope: Construct, id: string, props: AnalysisCheckProps<A>) {
    super(scope, id, 'AnalysisTemplate', props);
  }
}
