import { ArgoValidation } from 'cdk8s-argo';
import type { Validation } from 'cdk8s-cli/plugins';

/** The CLI knows a plugin by this interface. */
export function plugin(): Validation {
  // @ts-expect-error a severity is error, warning or info
  new ArgoValidation({ severity: 'fatal' });
  return new ArgoValidation({ profile: 'strict', severity: 'warning', targets: { kubernetes: '1.27' }, config: false });
}
