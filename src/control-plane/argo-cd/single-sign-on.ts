import { type DurationLike, durationText } from '../../manifests/duration';
import type { JsonObject } from '../../manifests/json';
import { checkedSecretReference, type ArgoCdSecretReference } from './secret-reference';

/** The address of a server, with its scheme. */
export type HttpUrl = `https://${string}` | `http://${string}`;

/** A claim that is asked for. */
export interface RequestedClaim {
  /**
   * Whether signing in makes no sense without it.
   * @default false
   */
  readonly essential?: boolean;
  /** @default - any value */
  readonly value?: string;
  /** @default - any value */
  readonly values?: readonly string[];
}

/** What of Microsoft Entra ID (Azure AD) is used. */
export interface AzureOidc {
  /**
   * Whether Argo CD proves itself by the identity of its pods instead of a client secret.
   * @default false
   */
  readonly useWorkloadIdentity?: boolean;
  /**
   * Whether groups are asked for at Microsoft Graph when a user has more than fit into a token.
   * @default false
   */
  readonly enableUserGroupOverageClaim?: boolean;
  /** @default 'https://graph.microsoft.com/v1.0' */
  readonly graphApiEndpoint?: `https://graph.microsoft.${string}` | `https://microsoftgraph.${string}` | `https://dod-graph.microsoft.${string}`;
  /** @default - as Argo CD has it */
  readonly userGroupOverageClaimCacheExpiration?: DurationLike;
}

/**
 * Signing in by a provider of OpenID Connect. Groups come from the claim that `scopes` of the RBAC configuration names; how a provider
 * is made to send them is said with `requestedScopes` and `requestedIDTokenClaims`, or at the provider.
 *
 * @see OIDCConfig in util/settings/settings.go of argoproj/argo-cd
 */
export interface OidcProps {
  /** What the button for signing in says. */
  readonly name: string;
  /** URL of the provider, as its tokens name it. */
  readonly issuer: HttpUrl;
  /** The client ID, or a reference to it. */
  readonly clientID: string;
  /** @default - none, as with PKCE or a workload identity */
  readonly clientSecret?: ArgoCdSecretReference;
  /** @default - `clientID` */
  readonly cliClientID?: string;
  /** @default ['openid', 'profile', 'email', 'groups'] */
  readonly requestedScopes?: readonly ['openid', ...string[]];
  /** @default - none */
  readonly requestedIDTokenClaims?: Readonly<Record<string, RequestedClaim>>;
  /** @default - the client IDs */
  readonly allowedAudiences?: readonly string[];
  /** @default - decided by the version of Argo CD */
  readonly skipAudienceCheckWhenTokenHasNoAudience?: boolean;
  /** @default false */
  readonly enablePKCEAuthentication?: boolean;
  /**
   * Whether groups are asked for at the user info endpoint.
   * @default false
   */
  readonly enableUserInfoGroups?: boolean;
  /** @default - the issuer */
  readonly userInfoBaseURL?: HttpUrl;
  /** @default - none */
  readonly userInfoPath?: `/${string}`;
  /** @default - as Argo CD has it */
  readonly userInfoCacheExpiration?: DurationLike;
  /** @default - none */
  readonly logoutURL?: HttpUrl;
  /**
   * Certificates of the authority of the issuer, in PEM.
   * @default - those of the system
   */
  readonly rootCA?: string;
  /** @default - none */
  readonly domainHint?: string;
  /**
   * How long before its end a token is renewed.
   * @default - tokens are not renewed
   */
  readonly refreshTokenThreshold?: DurationLike;
  /** @default - none */
  readonly azure?: AzureOidc;
}

/** A provider behind Dex: its fields are those of Dex. Secrets are written as references. */
export interface DexConnector {
  /** `github`, `saml`, `ldap`, `oidc` and the others that Dex knows. */
  readonly type: string;
  /** What tells it from the other connectors. Dex puts it into the ids of users, so keep it. */
  readonly id: string;
  /** What the button for signing in says. */
  readonly name: string;
  /** Settings of the connector, as Dex documents them for its type. */
  readonly config: JsonObject;
}

/** Signing in by Dex, which comes with Argo CD. */
export interface DexProps {
  /** The providers that people can sign in with. */
  readonly connectors: readonly [DexConnector, ...DexConnector[]];
  /**
   * More of the configuration of Dex, such as `staticClients`.
   * @default - none
   */
  readonly more?: JsonObject;
  /**
   * The connector that people are sent to at once, by its id.
   * @default - they choose
   */
  readonly defaultConnector?: string;
}

/** `oidc.config`. */
export function oidcToKube({ azure, userInfoCacheExpiration, refreshTokenThreshold, ...oidc }: OidcProps): JsonObject {
  if (oidc.clientSecret !== undefined) checkedSecretReference(oidc.clientSecret, 'clientSecret of oidc');
  return {
    ...oidc,
    requestedIDTokenClaims: oidc.requestedIDTokenClaims as JsonObject | undefined,
    userInfoCacheExpiration: optionalDuration(userInfoCacheExpiration, 'userInfoCacheExpiration'),
    refreshTokenThreshold: optionalDuration(refreshTokenThreshold, 'refreshTokenThreshold'),
    azure: azure && {
      ...azure,
      userGroupOverageClaimCacheExpiration: optionalDuration(azure.userGroupOverageClaimCacheExpiration, 'userGroupOverageClaimCacheExpiration'),
    },
  };
}

/** `dex.config`. */
export function dexToKube({ connectors, more }: DexProps): JsonObject {
  return { ...more, connectors: connectors.map((one): JsonObject => ({ ...one })) };
}

function optionalDuration(duration: DurationLike | undefined, what: string): string | undefined {
  return duration === undefined ? undefined : durationText(duration, what);
}
