import { InputError } from '../../manifests/input-error';

/** Where the Image Updater finds the login of a registry. The login itself is in no manifest. */
export class RegistryCredential {
  /** A Secret of the type `kubernetes.io/dockerconfigjson`, such as pods have for their images. */
  public static pullSecret(secret: SecretPlace): RegistryCredential {
    return new RegistryCredential(`pullsecret:${checked(secret.namespace)}/${checked(secret.name)}`);
  }

  /** A key of a Secret that holds `user:password`. */
  public static secret(secret: SecretPlace & { readonly key: string }): RegistryCredential {
    return new RegistryCredential(`secret:${checked(secret.namespace)}/${checked(secret.name)}#${checked(secret.key)}`);
  }

  /** An environment variable of the Image Updater that holds `user:password`. */
  public static environment(variable: string): RegistryCredential {
    return new RegistryCredential(`env:${checked(variable)}`);
  }

  /** A program in the container of the Image Updater that prints `user:password`: for registries whose tokens expire. */
  public static script(path: `/${string}`): RegistryCredential {
    return new RegistryCredential(`ext:${checked(path, /[:\s]/)}`);
  }

  private constructor(
    /** What the Image Updater reads. */
    public readonly text: string,
  ) {}
}

/** A Secret, by the namespace that it is in. */
export interface SecretPlace {
  /** Namespace of the Secret. */
  readonly namespace: string;
  /** Name of the Secret. */
  readonly name: string;
}

function checked(part: string, wrong = /[:/#=\s]/): string {
  // It may be the login itself.
  if (part === '' || wrong.test(part)) throw new InputError('a part of a registry credential is empty, or has one of : / # = and blanks in it. give names, never the login');
  return part;
}
