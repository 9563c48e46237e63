import type { SecretValue } from '../secrets/secret-value';

/** How the certificate of an API server is verified. */
export type ClusterTls = VerifiedTls | UnverifiedTls;

/** The certificate of the API server is verified. */
export interface VerifiedTls {
  /**
   * Certificate of the authority that signed it, in base64, as `certificate-authority-data` of a kubeconfig has it.
   * @default - the authorities that Argo CD's image trusts
   */
  readonly caData?: string | SecretValue;
  /**
   * Name in the certificate, where it is not that of the URL.
   * @default - the host of the URL
   */
  readonly serverName?: string;
  /** Not said: the certificate is verified. */
  readonly insecure?: never;
}

/** The certificate of the API server is not verified, so credentials go to whoever answers. */
export interface UnverifiedTls {
  /** Says that nothing is verified: `tlsClientConfig.insecure` of the cluster. */
  readonly insecure: true;
  /** Not said: no authority is asked. */
  readonly caData?: never;
  /** Not said: no name is compared. */
  readonly serverName?: never;
}

/** How Argo CD connects to a cluster. */
export interface ClusterConnection {
  /**
   * How the certificate of the API server is verified.
   * @default - by the authorities that Argo CD's image trusts
   */
  readonly tls?: ClusterTls;
  /**
   * Proxy on the way to the API server.
   * @default - the one of Argo CD's own environment, if any
   */
  readonly proxyUrl?: `http://${string}` | `https://${string}` | `socks5://${string}`;
  /**
   * Whether answers of the API server come uncompressed, which costs bandwidth and saves processor time.
   * @default false
   */
  readonly disableCompression?: boolean;
}

/** A program that prints credentials for a cluster. */
export interface ExecProvider {
  /** The program, which has to be in Argo CD's image: `argocd-k8s-auth`. */
  readonly command: string;
  /**
   * What it is called with: no credentials, as it is committed.
   * @default - nothing
   */
  readonly args?: readonly string[];
  /**
   * Environment variables for it. They are committed: no credentials.
   * @default - none
   */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * Version in which it prints.
   * @default 'client.authentication.k8s.io/v1beta1'
   */
  readonly apiVersion?: string;
  /**
   * What the user reads when the program is missing.
   * @default - nothing
   */
  readonly installHint?: string;
}
