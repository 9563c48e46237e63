import { comparableServer, type ClusterFacts } from '../manifests/cluster-facts';
import { InputError } from '../manifests/input-error';
import { isLabelKey, isLabelValue } from '../manifests/labels';
import { IN_CLUSTER } from '../manifests/unit';
import type { Environment } from './environment';

/** Labels of a cluster, by which generators select it. */
export type ClusterLabels = Readonly<Record<string, string>>;

/** No labels at all: none can be selected by. */
export type NoLabels = Readonly<Record<never, string>>;

/** What is said of any cluster. */
export interface ClusterProps<L extends ClusterLabels, E extends Environment | undefined> {
  /**
   * Labels of the cluster's Secret, by which generators select it.
   * @default - none; of a cluster that only Argo CD knows: nobody knows
   */
  readonly labels?: L;
  /**
   * The environment that it belongs to.
   * @default - none
   */
  readonly environment?: E;
  /**
   * Annotations of the cluster's Secret, which templates can read.
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * The AppProject that it belongs to. It keeps other projects out of nothing: a project with `permitOnlyProjectScopedClusters`
   * delivers to clusters of its own only.
   * @default - none
   */
  readonly project?: string;
}

/** A cluster that is registered with Argo CD. */
export interface RegisteredClusterProps<L extends ClusterLabels, E extends Environment | undefined> extends ClusterProps<L, E> {
  /** Name in Argo CD. */
  readonly name: string;
  /** URL of the API server: `https://production.example.com:6443`. */
  readonly server: string;
}

/** The cluster that Argo CD itself runs in. */
export interface InClusterProps<L extends ClusterLabels, E extends Environment | undefined> extends ClusterProps<L, E> {
  /**
   * Name in Argo CD. Another one needs a registration.
   * @default 'in-cluster'
   */
  readonly name?: string;
}

/** A cluster that somebody else registers. */
export interface KnownClusterProps<L extends ClusterLabels, E extends Environment | undefined> extends ClusterProps<L, E> {
  /** Name in Argo CD. */
  readonly name: string;
  /**
   * URL of the API server.
   * @default - only Argo CD knows it
   */
  readonly server?: string;
}

/**
 * A cluster that Argo CD delivers to. Declared once, it is a destination, what generators select, a folder of the output and,
 * with a `ClusterRegistration`, the Secret that tells Argo CD how to reach it.
 */
export class Cluster<out L extends ClusterLabels = ClusterLabels, out E extends Environment | undefined = Environment | undefined> {
  /** A cluster that this program says everything about. */
  public static registered<const L extends ClusterLabels = NoLabels, E extends Environment | undefined = undefined>(
    props: RegisteredClusterProps<L, E>,
  ): Cluster<L, E> {
    return new Cluster<L, E>(props.name, props.server, { ...props, labels: props.labels ?? {} as L, annotations: props.annotations ?? {} });
  }

  /**
   * The cluster that Argo CD itself runs in, which Argo CD knows by itself. It has labels only if a `ClusterRegistration` gives it
   * some, and a generator that selects by labels takes it only then.
   */
  public static inCluster<const L extends ClusterLabels = NoLabels, E extends Environment | undefined = undefined>(
    props: InClusterProps<L, E> = {},
  ): Cluster<L, E> {
    return new Cluster<L, E>(props.name ?? 'in-cluster', IN_CLUSTER, { ...props, labels: props.labels ?? {} as L, annotations: props.annotations ?? {} });
  }

  /** A cluster that only Argo CD knows: what is left out here is not known, and nothing is said about it. */
  public static known<const L extends ClusterLabels = ClusterLabels, E extends Environment | undefined = undefined>(
    props: KnownClusterProps<L, E>,
  ): Cluster<L, E> {
    return new Cluster<L, E>(props.name, props.server, props);
  }

  /** URL of the API server, as Argo CD compares it. */
  public readonly server?: string;
  /** Labels of its Secret; undefined when only Argo CD knows them. */
  public readonly labels?: L;
  /** Annotations of its Secret; undefined when only Argo CD knows them. */
  public readonly annotations?: Readonly<Record<string, string>>;
  /** The environment that it belongs to. */
  public readonly environment: E;
  /** The AppProject that it belongs to. */
  public readonly project?: string;

  private constructor(
    /** Name in Argo CD. */
    public readonly name: string,
    server: string | undefined,
    props: ClusterProps<L, E>,
  ) {
    if (!/[a-z0-9]/i.test(name) || name !== name.trim()) throw new InputError(`the cluster is named ${JSON.stringify(name)}. give it the name that it has in Argo CD`);
    if (server !== undefined) checkServer(name, server);
    if (name === 'in-cluster' && server !== undefined && comparableServer(server) !== IN_CLUSTER) {
      throw new InputError(`the cluster in-cluster has the server ${server}, and that name is the one of the cluster that Argo CD runs in: ` +
        'Applications for the one would be applied to the other. give it another name, or say Cluster.inCluster()');
    }
    for (const [key, value] of Object.entries(props.labels ?? {})) checkLabel(name, key, value);
    this.server = server === undefined ? undefined : comparableServer(server);
    this.labels = props.labels;
    this.annotations = props.annotations;
    this.environment = props.environment as E;
    this.project = props.project;
  }

  /** Name made fit for names of Kubernetes and for folders, as templates of ApplicationSets have it. */
  public get nameNormalized(): string {
    return this.name.toLowerCase().replace(/[^-a-z0-9.]/g, '-').slice(0, 253).replace(/^[-.]+|[-.]+$/g, '');
  }

  /** Whether it is the cluster that Argo CD itself runs in. */
  public get isInCluster(): boolean {
    return this.server === IN_CLUSTER;
  }

  /** @internal */
  public _facts(): ClusterFacts {
    const { name, server, labels, annotations, project } = this;
    return { name, server, labels, annotations, project };
  }
}

function checkServer(name: string, server: string): void {
  if (!/^https?:\/\/[^\s/@]+(\/\S*)?$/.test(server)) {
    throw new InputError(`the server of the cluster ${name} is ${JSON.stringify(server)}. give the URL of its API server, ` +
      'such as https://production.example.com:6443');
  }
}

function checkLabel(cluster: string, key: string, value: string): void {
  if (isLabelKey(key) && isLabelValue(value)) return;
  throw new InputError(`the label ${JSON.stringify(key)}: ${JSON.stringify(value)} of the cluster ${cluster} is one that Kubernetes refuses. ` +
    'use up to 63 letters, digits, "-", "_" and ".", and an annotation for other texts');
}
