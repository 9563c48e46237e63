import { type DurationLike, durationText } from '../../manifests/duration';
import { InputError } from '../../manifests/input-error';
import type { JsonObject } from '../../manifests/json';
import type { RegistryCredential } from './registry-credential';

/** A registry that the Image Updater asks for tags. */
export interface ImageRegistryProps {
  /** A name for messages. */
  readonly name: string;
  /** URL of its API: for a registry in an account of AWS the one of the account. */
  readonly apiUrl: `https://${string}` | `http://${string}`;
  /** What images of it begin with: `registry.example.com`. */
  readonly prefix: string;
  /**
   * Its login.
   * @default - none
   */
  readonly credentials?: RegistryCredential;
  /**
   * How long a login holds before it is fetched again: for registries whose tokens expire.
   * @default - for ever
   */
  readonly credentialsExpire?: DurationLike;
  /**
   * Namespace of images that name none, `library` for Docker Hub.
   * @default - none
   */
  readonly defaultNamespace?: string;
  /**
   * Requests a second.
   * @default - as many as there are
   */
  readonly limit?: number;
  /**
   * Whether the certificate of the registry is taken as it is.
   * @default false
   */
  readonly insecure?: boolean;
  /**
   * In what order the registry lists tags, if it sorts them by their age. Metadata of tags are not read then.
   * @default - it does not sort them
   */
  readonly sortedTags?: 'latest-first' | 'latest-last';
}

/** A registry, and how it is asked. */
export class ImageRegistry {
  /** A registry whose images begin with a prefix. */
  public static of(props: ImageRegistryProps): ImageRegistry {
    if (props.prefix.trim() === '') throw new InputError(`the registry ${props.name} has an empty prefix. say ImageRegistry.default(...) for images that name no registry`);
    return new ImageRegistry(props, false);
  }

  /** The registry of images that name none. There is one of them. */
  public static default(props: Omit<ImageRegistryProps, 'prefix'> & Partial<Pick<ImageRegistryProps, 'prefix'>>): ImageRegistry {
    return new ImageRegistry(props, true);
  }

  /** What images of it begin with. */
  public readonly prefix?: string;
  /** A name for messages. */
  public readonly name: string;

  private constructor(
    private readonly props: Omit<ImageRegistryProps, 'prefix'> & { readonly prefix?: string },
    /** Whether images that name no registry are looked for here. */
    public readonly isDefault: boolean,
  ) {
    this.prefix = props.prefix;
    this.name = props.name;
    if (props.limit !== undefined && !(Number.isInteger(props.limit) && props.limit > 0)) {
      throw new InputError(`the registry ${props.name} has the limit ${props.limit}. give a whole number above 0`);
    }
  }

  /** @internal */
  public _toKube(): JsonObject {
    const { name, apiUrl, credentials, credentialsExpire, defaultNamespace, limit, insecure, sortedTags } = this.props;
    return {
      name,
      api_url: apiUrl,
      prefix: this.prefix,
      default: this.isDefault || undefined,
      credentials: credentials?.text,
      credsexpire: credentialsExpire === undefined ? undefined : durationText(credentialsExpire, `credentialsExpire of the registry ${name}`),
      defaultns: defaultNamespace,
      limit,
      insecure: insecure || undefined,
      tagsortmode: sortedTags,
    };
  }
}
