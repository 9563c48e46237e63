import type { Construct } from 'constructs';
import { declareExternal } from '../../render/external';
import { APISIX_ROUTE } from './wire';

/**
 * An ApisixRoute that is made elsewhere. Each of the rules has to have both Services of the rollout, `<name>-stable` and
 * `<name>-canary`, among its backends.
 */
export class ApisixRouteRef {
  /** An ApisixRoute of the namespace of the rollout, and the names of its rules that lead to the rollout. */
  public static fromName(name: string, options: { readonly rules: readonly [string, ...string[]] }): ApisixRouteRef {
    return new ApisixRouteRef(name, [...options.rules]);
  }

  private constructor(
    /** Name of the ApisixRoute. */
    public readonly name: string,
    /** Names of the rules whose weights move. */
    public readonly rules: readonly string[],
  ) {}

  /** @internal */
  public _bind(scope: Construct): this {
    declareExternal(scope, { ...APISIX_ROUTE, name: this.name });
    return this;
  }
}
