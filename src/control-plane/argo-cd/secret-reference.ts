import { InputError } from '../../manifests/input-error';

/**
 * A value that Argo CD takes from a Secret: `$key` of the Secret `argocd-secret`, or `$secret:key` of another one in the namespace of
 * Argo CD that has the label `app.kubernetes.io/part-of: argocd`. It is no environment variable.
 */
export type ArgoCdSecretReference = `$${string}`;

/** The reference, if Argo CD would see one: ReplaceStringSecret in util/settings/settings.go of argoproj/argo-cd. */
export function checkedSecretReference(reference: ArgoCdSecretReference, what: string): ArgoCdSecretReference {
  if (!/^\$([a-z0-9]([-.a-z0-9]*[a-z0-9])?:)?[-._a-zA-Z0-9]+$/.test(reference)) {
    // What was passed may be the secret itself.
    throw new InputError(`${what} is no reference to a Secret. write a dollar sign and a key of argocd-secret, such as $oidc.clientSecret, `
      + 'or the name of another Secret before it, such as $okta:clientSecret');
  }
  return reference;
}
