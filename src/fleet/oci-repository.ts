import { InputError } from '../manifests/input-error';
import { refuseCredentials } from './repository-url';

/** What Argo CD needs to know of an artifact in an OCI registry. */
export interface OciRepositoryProps {
  /** Address of the artifact, without tag: `oci://registry.example.com/shop/manifests`. */
  readonly url: string;
}

/**
 * An artifact in an OCI registry that holds manifests, or a Helm chart, as `oras push` and `helm push` store them.
 *
 * @see util/oci/client.go in argoproj/argo-cd
 */
export class OciRepository {
  /** What Argo CD calls this sort of repository. */
  public readonly type = 'oci';
  /** Address as Argo CD knows it. */
  public readonly url: string;

  /** @internal */
  public constructor({ url }: OciRepositoryProps) {
    if (!/^oci:\/\/[^\s/]+\/\S+$/.test(url)) {
      throw new InputError(`the url of the OCI repository is ${JSON.stringify(url)}. give the address of an artifact, such as ` +
        'oci://registry.example.com/shop/manifests');
    }
    refuseCredentials(url);
    this.url = url;
  }
}
