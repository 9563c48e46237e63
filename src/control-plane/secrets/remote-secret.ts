/** A store of secrets, as ExternalSecrets name it. */
export interface SecretStoreRef {
  /** Kind of the store: of a namespace, or of the whole cluster. `spec.secretStoreRef.kind`. */
  readonly kind: 'SecretStore' | 'ClusterSecretStore';
  /** Name of the store: `spec.secretStoreRef.name`. */
  readonly name: string;
}

/** A value that a `SecretStore` keeps. The output only says where: `store.secret('argocd/clusters/production', 'token')`. */
export class RemoteSecret {
  /** @internal */
  public constructor(
    /** The store that keeps it. */
    public readonly store: SecretStoreRef,
    /** What the store finds the secret by. */
    public readonly key: string,
    /** The field of the secret, where one holds several. */
    public readonly property?: string,
  ) {}
}
