import type { Construct } from 'constructs';
import { declareExternal } from '../../render/external';
import type { IstioAdditionalSubset } from './split';

/** What is known of a DestinationRule. */
export interface DestinationRuleRefOptions {
  /** Name of the subset that Argo Rollouts points at the stable pods. */
  readonly stableSubset: string;
  /** Name of the subset that Argo Rollouts points at the canary pods. */
  readonly canarySubset: string;
  /**
   * Subsets of other DestinationRules that get a share of the traffic too.
   * @default - none
   */
  readonly additionalSubsets?: readonly IstioAdditionalSubset[];
}

/**
 * A DestinationRule that is made elsewhere, in the namespace of the rollout. Its host is the Service of the rollout, and it has the two
 * subsets and no other: Argo Rollouts removes those that it does not know.
 */
export class DestinationRuleRef {
  /** A DestinationRule by its name. */
  public static fromName(name: string, options: DestinationRuleRefOptions): DestinationRuleRef {
    return new DestinationRuleRef(name, options);
  }

  private constructor(
    /** Name of the DestinationRule. */
    public readonly name: string,
    /** Its subsets. */
    public readonly subsets: DestinationRuleRefOptions,
  ) {}

  /** @internal */
  public _bind(scope: Construct): void {
    declareExternal(scope, { apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', name: this.name });
  }
}
