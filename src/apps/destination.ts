import type { ApplicationSpecDestination } from '../../imports/types/argo-cd/application';
import { InputError } from '../manifests/input-error';
import { IN_CLUSTER } from '../manifests/unit';

/** A cluster of the fleet, or of anything else that has the name it is registered under. */
export interface NamedCluster {
  /** The name that the cluster is registered under with Argo CD. */
  readonly name: string;
}

/** The cluster and namespace that an Application is applied to: by server or by name, never both. */
export class Destination {
  /** The cluster that Argo CD itself runs in. */
  public static inCluster(namespace?: string): Destination {
    return new Destination({ server: IN_CLUSTER, namespace });
  }

  /** A cluster by the URL of its API server, letter by letter as it is registered with Argo CD. */
  public static server(url: string, namespace?: string): Destination {
    if (!/^(https?:\/\/|\{\{)/.test(url)) {
      throw new InputError(`the server of the destination is ${JSON.stringify(url)}, which is no URL. ` +
        `use Destination.cluster(${JSON.stringify(url)}) for a cluster by its name`);
    }
    return new Destination({ server: url, namespace });
  }

  /** A cluster of the fleet, or one by the name that it is registered under with Argo CD. */
  public static cluster(cluster: NamedCluster | string, namespace?: string): Destination {
    const name = typeof cluster === 'string' ? cluster : cluster.name;
    if (/^https?:\/\//.test(name)) {
      throw new InputError(`the cluster of the destination is ${JSON.stringify(name)}, which is a URL and no name. use Destination.server(${JSON.stringify(name)})`);
    }
    if (name.trim() === '') throw new InputError('the name of the cluster is empty. give the name that it is registered under with Argo CD');
    return new Destination({ name, namespace });
  }

  private constructor(private readonly wire: ApplicationSpecDestination) {}

  /** The cluster: URL of the server, or its name. The cluster of Argo CD itself has one URL, however it was named. */
  public get cluster(): string {
    if (this.wire.name === 'in-cluster') return IN_CLUSTER;
    return this.wire.server ?? this.wire.name ?? '';
  }

  /** Namespace of objects that name none. */
  public get namespace(): string | undefined {
    return this.wire.namespace;
  }

  /** The same cluster with a namespace, unless there is one already. */
  public withDefaultNamespace(namespace: string | undefined): Destination {
    return this.wire.namespace === undefined && namespace !== undefined ? new Destination({ ...this.wire, namespace }) : this;
  }

  /** @internal */
  public _toKube(): ApplicationSpecDestination {
    return this.wire;
  }
}
