import { InputError } from '../../manifests/input-error';

/** A value that only the Sealed Secrets controller of the cluster can read, so that it may be committed. */
export class SealedValue {
  /**
   * What `kubeseal --raw` prints. By default it can be read under one name in one namespace only: those of the Secret that it
   * is for.
   */
  public static of(encrypted: string): SealedValue {
    // The value starts with the length of an RSA key, in two bytes.
    if (!/^A[gQ][A-D][A-Za-z0-9+/]{60,}={0,2}$/.test(encrypted)) {
      throw new InputError('a sealed value is not what kubeseal makes: base64 that begins with AgA to AgD. print it with kubeseal --raw, and never pass the secret itself');
    }
    return new SealedValue(encrypted);
  }

  private constructor(
    /** The encrypted value, in base64. */
    public readonly encrypted: string,
  ) {}
}
