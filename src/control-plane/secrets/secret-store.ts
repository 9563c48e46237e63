import { InputError } from '../../manifests/input-error';
import { RemoteSecret, type SecretStoreRef } from './remote-secret';

/** A store of secrets outside of the cluster, as the External Secrets Operator knows it. */
export class SecretStore implements SecretStoreRef {
  /** A store for the whole cluster: the ClusterSecretStore of this name. */
  public static cluster(name: string): SecretStore {
    return new SecretStore('ClusterSecretStore', name);
  }

  /** A store of the namespace: the SecretStore of this name. */
  public static inNamespace(name: string): SecretStore {
    return new SecretStore('SecretStore', name);
  }

  private constructor(
    /** Kind of the store. */
    public readonly kind: 'SecretStore' | 'ClusterSecretStore',
    /** Name of the store. */
    public readonly name: string,
  ) {}

  /**
   * A value that the store keeps.
   *
   * @param key what the store finds the secret by: `argocd/clusters/production`
   * @param property the field of the secret, where one holds several
   */
  public secret(key: string, property?: string): RemoteSecret {
    if (key === '') throw new InputError(`the key of a secret in the store ${this.name} is empty. name what the store finds the secret by`);
    return new RemoteSecret(this, key, property);
  }
}
