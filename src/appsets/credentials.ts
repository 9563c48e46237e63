/** A key of a Secret in the namespace of Argo CD. With strict references it needs the label `argocd.argoproj.io/secret-type: scm-creds`. */
export interface SecretRef {
  /** Name of the Secret. */
  readonly secretName: string;
  /** The key in it that holds the credential. */
  readonly key: string;
}

/** A key of a ConfigMap in the namespace of Argo CD. */
export interface ConfigMapKeyRef {
  /** Name of the ConfigMap. */
  readonly configMapName: string;
  /** Key in its data. */
  readonly key: string;
}

/** How Argo CD logs in to Bitbucket: with a token, by name and password, or not at all. */
export type BitbucketLogin = BitbucketToken | BitbucketPassword | BitbucketAnonymous;

/** Login by a token. */
export interface BitbucketToken {
  /** Where the token is. */
  readonly bearerToken: { readonly tokenRef: SecretRef };
  /** Never beside a token. */
  readonly basicAuth?: never;
}

/** Login by name and password. */
export interface BitbucketPassword {
  /** The user, and where the password is. */
  readonly basicAuth: { readonly username: string; readonly passwordRef: SecretRef };
  /** Never beside name and password. */
  readonly bearerToken?: never;
}

/** No login: public repositories only. */
export interface BitbucketAnonymous {
  /** Never here: there is no login. */
  readonly bearerToken?: never;
  /** Never here: there is no login. */
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
