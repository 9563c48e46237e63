import type { Construct } from 'constructs';
import { InputError } from '../../manifests/input-error';
import { declareExternal } from '../../render/external';

/**
 * An Ingress that is made elsewhere, in the namespace of the rollout. It has to lead to the Service that the router splits, and all
 * of its rules to Services: Argo Rollouts fails at a rule without paths and at a backend that is no Service.
 */
export class IngressRef {
  /** An Ingress by its name. */
  public static fromName(name: string): IngressRef {
    if (!/^[a-z0-9]([-.a-z0-9]*[a-z0-9])?$/.test(name)) {
      throw new InputError(`${JSON.stringify(name)} is no name of an Ingress. write lower-case letters, digits and inner hyphens, such as web`);
    }
    return new IngressRef(name);
  }

  private constructor(
    /** Name of the Ingress. */
    public readonly name: string,
  ) {}

  /** @internal */
  public _bind(scope: Construct): string {
    declareExternal(scope, { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: this.name });
    return this.name;
  }
}
