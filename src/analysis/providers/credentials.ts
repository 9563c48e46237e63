import { carriesCredential } from '../../manifests/credential-header';
import { InputError } from '../../manifests/input-error';
import type { SecretReference } from '../argument';
import type { AuthenticationWire, HeaderWire } from '../wire';

/** An argument declared by `Arg.fromSecret`, alone or after a scheme and a blank: `Bearer ${arg.token}`. */
export type CredentialText = SecretReference | `${string} ${SecretReference}`;

/**
 * HTTP headers by name. One that carries a credential takes it from an argument, which `Arg.fromSecret` fills: what is written here
 * goes to Git.
 */
export type MetricHeaders = { readonly [name: string]: string } & {
  readonly [K in 'Authorization' | 'Proxy-Authorization' | 'X-Api-Key']?: CredentialText;
};

/** How the controller gets a token: OAuth 2.0 with client credentials. */
export interface OAuth2 {
  /** Where tokens are given out. */
  readonly tokenUrl: string;
  /** Who asks. */
  readonly clientId: string;
  /** An argument declared by `Arg.fromSecret`. */
  readonly clientSecret: SecretReference;
  /**
   * What the token is for.
   * @default - none
   */
  readonly scopes?: readonly string[];
}

/** The headers in the order in which they are written. */
export function headersToKube(what: string, headers: MetricHeaders | undefined): readonly HeaderWire[] | undefined {
  if (headers === undefined) return undefined;
  return Object.entries(headers).map(([key, value]) => {
    if (carriesCredential(key) && !value.includes('{{args.')) {
      throw new InputError(`${what}: the header ${key} carries a credential as plain text, which would go to Git. ` +
        'keep it in a Secret, declare an argument by Arg.fromSecret, and write its reference, as in `Bearer ${arg.token}`');
    }
    return { key, value };
  });
}

/** `authentication.oauth2`, with its secret given as an argument. */
export function oauth2ToKube(what: string, oauth2: OAuth2 | undefined): AuthenticationWire['oauth2'] {
  if (oauth2 === undefined) return undefined;
  for (const field of ['tokenUrl', 'clientId', 'clientSecret'] as const) {
    if (!oauth2[field]) throw new InputError(`${what}: oauth2 has no ${field}. the controller asks for no token without all of tokenUrl, clientId and clientSecret`);
  }
  if (!oauth2.clientSecret.includes('{{args.')) {
    throw new InputError(`${what}: oauth2.clientSecret is plain text, which would go to Git. ` +
      'keep it in a Secret, declare an argument by Arg.fromSecret, and pass its reference');
  }
  return { tokenUrl: oauth2.tokenUrl, clientId: oauth2.clientId, clientSecret: oauth2.clientSecret, scopes: oauth2.scopes };
}
