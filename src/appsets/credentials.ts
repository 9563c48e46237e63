/** A key of a Secret in the namespace of Argo CD. With strict references it needs the label `argocd.argoproj.io/secret-type: scm-creds`. */
export interface SecretRef {
  readonly secretName: string;
  readonly key: string;
}

/** A key of a ConfigMap in the namespace of Argo CD. */
export interface ConfigMapKeyRef {
  readonly configMapName: string;
  readonly key: string;
}

/** How Argo CD logs in to Bitbucket: with a token, by name and password, or not at all. */
export type BitbucketLogin = BitbucketToken | BitbucketPassword | BitbucketAnonymous;

/** Login by a token. */
export interface BitbucketToken {
  readonly bearerToken: { readonly tokenRef: SecretRef };
  readonly basicAuth?: never;
}

/** Login by name and password. */
export interface BitbucketPassword {
  readonly basicAuth: { readonly username: string; readonly passwordRef: SecretRef };
  readonly bearerToken?: never;
}

/** No login: public repositories only. */
export interface BitbucketAnonymous {
  readonly bearerToken?: never;
  readonly basicAuth?: never;
}

/** How Argo CD logs in to GitHub: with a token, as an app, or not at all. */
export type GithubLogin =
  | {
    readonly tokenRef: SecretRef;
    readonly appSecretName?: never;
  }
  | {
    /** The repository Secret of a GitHub app. */
    readonly appSecretName: string;
    readonly tokenRef?: never;
  }
  | { readonly tokenRef?: never; readonly appSecretName?: never };
