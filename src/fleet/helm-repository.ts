import { InputError } from '../manifests/input-error';
import { refuseCredentials } from './repository-url';

/** What Argo CD needs to know of a repository of Helm charts. */
export interface HelmRepositoryProps {
  /**
   * URL of the repository, `https://charts.example.com`, or, for charts in an OCI registry, host and path without a scheme:
   * `registry.example.com/charts`.
   */
  readonly url: string;
}

/**
 * A repository of Helm charts: an index that is read over HTTP, or a registry.
 *
 * @see util/helm/client.go in argoproj/argo-cd
 */
export class HelmRepository {
  /** What Argo CD calls this sort of repository. */
  public readonly type = 'helm';
  /** URL as Argo CD knows it. */
  public readonly url: string;
  /** Whether the charts lie in an OCI registry. */
  public readonly isRegistry: boolean;

  /** @internal */
  public constructor({ url }: HelmRepositoryProps) {
    if (url.startsWith('oci://')) {
      throw new InputError(`the url of the Helm repository is ${JSON.stringify(url)}, and Argo CD reads oci:// as an artifact instead of a repository of charts. ` +
        `leave out oci:// (${JSON.stringify(url.slice('oci://'.length))}), or use Repository.oci for one artifact`);
    }
    if (!/^https?:\/\/[^\s/]+\S*$/.test(url) && !/^[a-z0-9][a-z0-9.-]*(:\d+)?(\/[^\s:@]+)*$/i.test(url)) {
      throw new InputError(`the url of the Helm repository is ${JSON.stringify(url)}. give the address of an index, such as https://charts.example.com, ` +
        'or of a registry, such as registry.example.com/charts');
    }
    refuseCredentials(url);
    this.url = url;
    this.isRegistry = !url.includes('://');
  }
}
