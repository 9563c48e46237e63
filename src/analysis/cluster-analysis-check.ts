import type { Construct } from 'constructs';
import type { ArgDeclarations, ExternalArgs } from './argument';
import type { Check } from './check';
import type { CheckBaseProps, CheckContents, NamedCheckProps, NestableCheck } from './check-props';
import { NamedCheck } from './named-check';
import { RenderedCheck } from './rendered-check';

/** What a `ClusterAnalysisCheck` is made of. It nests only checks of the whole cluster: others depend on where it is used. */
export type ClusterAnalysisCheckProps<A extends ArgDeclarations> = CheckBaseProps<A>
  & { readonly metadata?: { readonly namespace?: undefined } }
  & CheckContents<A, NestableCheck<NoInfer<keyof A & string>> & { readonly clusterScope: true }>;

/**
 * A check that rollouts of every namespace can use: a ClusterAnalysisTemplate. Otherwise as an `AnalysisCheck`. It runs in the
 * namespace of the rollout, where the Secrets of its arguments have to be.
 */
export class ClusterAnalysisCheck<const A extends ArgDeclarations = {}> extends RenderedCheck<A> {
  /** A ClusterAnalysisTemplate that somebody else makes. Renders nothing. */
  public static fromName<const A extends ExternalArgs = {}>(
    scope: Construct, id: string, props: NamedCheckProps<A>,
  ): Check<A> & { readonly clusterScope: true } {
    return new NamedCheck(scope, id, 'ClusterAnalysisTemplate', props) as Check<A> & { readonly clusterScope: true };
  }

  /** True: rollouts of every namespace can use it. Rendered as `clusterScope` where one does. */
  public override readonly clusterScope = true;

  public constructor(scope: Construct, id: string, props: ClusterAnalysisCheckProps<A>) {
    super(scope, id, 'ClusterAnalysisTemplate', props);
  }
}
