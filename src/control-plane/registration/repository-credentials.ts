import type { AnyRepository } from '../../fleet/repository';
import { InputError } from '../../manifests/input-error';
import type { SecretValue } from '../secrets/secret-value';

/** The sorts of repositories, as Argo CD calls them. */
export type RepositoryType = AnyRepository['type'];

/** A GitHub App that may read repositories. */
export interface GitHubApp {
  /** Number of the app. */
  readonly appId: number;
  /**
   * Number of its installation in the organization.
   * @default - Argo CD asks GitHub
   */
  readonly installationId?: number;
  /** Private key of the app, as GitHub gave it. */
  readonly privateKey: SecretValue;
  /**
   * Base URL of the API of a GitHub Enterprise server: `https://git.example.com/api/v3`.
   * @default - GitHub
   */
  readonly enterpriseBaseUrl?: string;
}

/** An application of Microsoft Entra that may read repositories of Azure. */
export interface AzureServicePrincipal {
  /** Id of the application: its client id. */
  readonly clientId: string;
  /** Id of the tenant that the application is registered in. */
  readonly tenantId: string;
  /** A client secret of the application. */
  readonly clientSecret: SecretValue;
}

/** What a URL has to start with, and what the fields hold. */
interface Credentials {
  readonly url?: RegExp;
  readonly wanted?: string;
  readonly texts: Readonly<Record<string, string | undefined>>;
  readonly secrets: Readonly<Record<string, SecretValue>>;
}

/**
 * How Argo CD signs in to a repository. Credentials are given by reference.
 *
 * @typeParam T the sorts of repositories that take them
 * @see pkg/apis/application/v1alpha1/repository_types.go in argoproj/argo-cd
 */
export class RepositoryCredentials<in T extends RepositoryType> {
  /** With a user name and a password, which for a server of Git is a token. */
  public static password(props: { readonly username: string; readonly password: SecretValue }): RepositoryCredentials<RepositoryType> {
    return new RepositoryCredentials({ url: /^(?!ssh:|git@)/, wanted: 'no URL of SSH', texts: { username: props.username }, secrets: { password: props.password } });
  }

  /** With a token in the header of each request, as Bitbucket Data Center takes it. */
  public static bearerToken(token: SecretValue): RepositoryCredentials<'git'> {
    return new RepositoryCredentials({ ...HTTPS, texts: {}, secrets: { bearerToken: token } });
  }

  /** With a private key of SSH. */
  public static sshKey(privateKey: SecretValue): RepositoryCredentials<'git'> {
    return new RepositoryCredentials({ url: /^(ssh:\/\/|git@)/, wanted: 'a URL of SSH', texts: {}, secrets: { sshPrivateKey: privateKey } });
  }

  /** As a GitHub App. */
  public static gitHubApp(app: GitHubApp): RepositoryCredentials<'git'> {
    for (const id of [app.appId, app.installationId ?? 1]) {
      if (!Number.isSafeInteger(id) || id <= 0) throw new InputError(`the GitHub App has the number ${id}. give the number that GitHub shows in its settings`);
    }
    return new RepositoryCredentials({
      ...HTTPS,
      texts: {
        githubAppID: String(app.appId),
        githubAppInstallationID: app.installationId === undefined ? undefined : String(app.installationId),
        githubAppEnterpriseBaseUrl: app.enterpriseBaseUrl,
      },
      secrets: { githubAppPrivateKey: app.privateKey },
    });
  }

  /** With the key of a service account of Google Cloud, as JSON. */
  public static googleServiceAccount(key: SecretValue): RepositoryCredentials<'git'> {
    return new RepositoryCredentials({ ...HTTPS, texts: {}, secrets: { gcpServiceAccountKey: key } });
  }

  /** As an application of Microsoft Entra. */
  public static azureServicePrincipal(principal: AzureServicePrincipal): RepositoryCredentials<'git'> {
    return new RepositoryCredentials({
      ...HTTPS,
      texts: { azureServicePrincipalClientId: principal.clientId, azureServicePrincipalTenantId: principal.tenantId },
      secrets: { azureServicePrincipalClientSecret: principal.clientSecret },
    });
  }

  /** As the Azure identity of Argo CD's pods. */
  public static azureWorkloadIdentity(): RepositoryCredentials<'git' | 'helm'> {
    return new RepositoryCredentials({ texts: { useAzureWorkloadIdentity: 'true' }, secrets: {} });
  }

  /** With a client certificate and its key, as PEM files. */
  public static clientCertificate(pair: { readonly certificate: SecretValue; readonly key: SecretValue }): RepositoryCredentials<'helm' | 'oci'> {
    return new RepositoryCredentials({ texts: {}, secrets: { tlsClientCertData: pair.certificate, tlsClientCertKey: pair.key } });
  }

  /** Keeps the sorts of repositories in the type; nothing is stored. */
  declare protected readonly fits: (type: T) => void;

  private constructor(private readonly credentials: Credentials) {}

  /** @internal */
  public get _secrets(): Readonly<Record<string, SecretValue>> {
    return this.credentials.secrets;
  }

  /** @internal */
  public get _texts(): Readonly<Record<string, string | undefined>> {
    return this.credentials.texts;
  }

  /** Why they cannot be used for this URL, if they cannot. @internal */
  public _problem(url: string): string | undefined {
    const { url: fits, wanted } = this.credentials;
    if (fits === undefined || fits.test(url)) return undefined;
    return `the url is ${url}, and ${Object.keys(this.credentials.secrets).join(', ')} needs ${wanted}. change the url, or sign in otherwise`;
  }
}

const HTTPS = { url: /^https:\/\//, wanted: 'a URL of HTTPS' };
