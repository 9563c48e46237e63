import { execCredential } from '../../languages/credentials/exec-credential';
import { InputError } from '../../manifests/input-error';
import type { SecretValue } from '../secrets/secret-value';
import { configJson, type ConfigObject, secretsIn } from './cluster-config';
import type { ClusterConnection, ExecProvider } from './cluster-connection';

/**
 * How Argo CD signs in to a cluster. Credentials are given by reference; identities of a cloud need none.
 *
 * @see ClusterConfig in pkg/apis/application/v1alpha1/types.go in argoproj/argo-cd
 */
export class ClusterAccess {
  /** With the token of a ServiceAccount of that cluster. */
  public static bearerToken(token: SecretValue, connection?: ClusterConnection): ClusterAccess {
    return new ClusterAccess({ bearerToken: token }, connection);
  }

  /** With a client certificate and its key, each in base64, as `client-certificate-data` and `client-key-data` of a kubeconfig. */
  public static clientCertificate(
    pair: { readonly certData: SecretValue; readonly keyData: SecretValue },
    connection?: ClusterConnection,
  ): ClusterAccess {
    return new ClusterAccess({}, connection, { certData: pair.certData, keyData: pair.keyData });
  }

  /** As the AWS identity of Argo CD's pods, or as a role that it assumes. */
  public static awsIam(
    auth: { readonly clusterName: string; readonly roleArn?: string; readonly profile?: string },
    connection?: ClusterConnection,
  ): ClusterAccess {
    const { clusterName, roleArn: roleARN, profile } = auth;
    return new ClusterAccess({ awsAuthConfig: { clusterName, roleARN, profile } }, connection);
  }

  /**
   * With what a program prints: identities of Azure, Google Cloud and others. Its arguments and variables are committed, so it
   * cannot be given a credential.
   */
  public static exec(provider: ExecProvider, connection?: ClusterConnection): ClusterAccess {
    const { command, args, env, apiVersion = 'client.authentication.k8s.io/v1beta1', installHint } = provider;
    const credential = execCredential(args ?? [], env ?? {});
    if (credential !== undefined) {
      throw new InputError(`${credential} of the program ${command} is a credential, and would be committed in plain text. let the program use an identity of ` +
        'the cloud, set the variable for the pods of Argo CD, or sign in with ClusterAccess.bearerToken(...) from a store');
    }
    return new ClusterAccess({ execProviderConfig: { command, args, env, apiVersion, installHint } }, connection);
  }

  private readonly config: ConfigObject;

  private constructor(auth: ConfigObject, connection: ClusterConnection = {}, pair: ConfigObject = {}) {
    const { tls = {}, proxyUrl, disableCompression } = connection;
    if (typeof tls.caData === 'string' && !isBase64(tls.caData)) {
      throw new InputError('caData of a cluster is not base64. give what certificate-authority-data of a kubeconfig holds: the PEM file, encoded in base64');
    }
    this.config = {
      ...auth,
      tlsClientConfig: { insecure: tls.insecure ?? false, serverName: tls.serverName, ...pair, caData: tls.caData },
      disableCompression: disableCompression === true ? true : undefined,
      proxyUrl,
    };
  }

  /** @internal */
  public get _secrets(): Readonly<Record<string, SecretValue>> {
    return secretsIn(this.config);
  }

  /** @internal */
  public get _json(): string {
    return configJson(this.config);
  }
}

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text);
}
