import type { Construct } from 'constructs';
import { declareExternal } from '../../render/external';

/**
 * A Mapping that is made elsewhere. Its `service` has to lead to the stable Service of the rollout, `<name>-stable`, and it may
 * have no weight.
 */
export class MappingRef {
  /** A Mapping of the namespace of the rollout: the controller looks nowhere else. */
  public static fromName(name: string): MappingRef {
    return new MappingRef(name);
  }

  private constructor(
    /** Name of the Mapping. */
    public readonly name: string,
  ) {}

  /** @internal */
  public _bind(scope: Construct, apiVersion: string): void {
    declareExternal(scope, { apiVersion, kind: 'Mapping', name: this.name });
  }
}
