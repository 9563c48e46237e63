import type { Construct } from 'constructs';
import { declareExternal } from '../../render/external';

/**
 * A TraefikService that is made elsewhere. Both Services of the rollout, `<name>-stable` and `<name>-canary`, have to be in its
 * `weighted.services`.
 */
export class TraefikServiceRef {
  /** A TraefikService of the namespace of the rollout: the controller looks nowhere else. */
  public static fromName(name: string): TraefikServiceRef {
    return new TraefikServiceRef(name);
  }

  private constructor(
    /** Name of the TraefikService. */
    public readonly name: string,
  ) {}

  /** @internal */
  public _bind(scope: Construct, apiVersion: string): string {
    declareExternal(scope, { apiVersion, kind: 'TraefikService', name: this.name });
    return this.name;
  }
}
