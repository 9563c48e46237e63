import type { ApiObject, ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { adopt } from '../../app/adopt';
import type { Cluster } from '../../fleet/cluster';
import { fail } from '../../render/construct-error';
import { nameFor } from '../../render/object-name';
import { makeSecret } from '../secrets/made-secret';
import type { ClusterAccess } from './cluster-access';
import { SECRET_TYPE } from './secret-type';

/** What a `ClusterRegistration` is made of. */
export interface ClusterRegistrationProps {
  /** The cluster, with the labels, annotations and project that it was declared with. */
  readonly cluster: Cluster;
  /**
   * How Argo CD signs in.
   * @default - not at all, which is for the cluster of Argo CD itself only
   */
  readonly access?: ClusterAccess;
  /**
   * The only namespaces that Argo CD manages there.
   * @default - all of them
   */
  readonly namespaces?: readonly [string, ...string[]];
  /**
   * Whether Argo CD manages objects without a namespace too, where `namespaces` are named.
   * @default false
   */
  readonly clusterResources?: boolean;
  /**
   * The shard of the application controller that looks after it.
   * @default - the controllers divide the clusters among themselves
   */
  readonly shard?: number;
  /**
   * Name of the Secret, and labels and annotations of the object that makes it.
   * @default - the name comes from the ids
   */
  readonly metadata?: ApiObjectMetadata;
}

/**
 * Registers a cluster with Argo CD: the Secret that holds how to reach it. Credentials come from a store or are sealed. A cluster
 * that Argo CD reaches by an identity of its cloud, or that it runs in, has no credentials, and is a plain Secret of settings. The
 * chart has to go to the namespace of Argo CD.
 *
 * @see util/db/cluster.go in argoproj/argo-cd
 */
export class ClusterRegistration extends Construct {
  private readonly object: ApiObject;

  public constructor(scope: Construct, id: string, props: ClusterRegistrationProps) {
    super(scope, id);
    adopt(this);
    const { cluster, access, namespaces, clusterResources, shard } = props;
    if (cluster.server === undefined || cluster.labels === undefined) {
      throw fail(this, `the server or the labels of the cluster ${cluster.name} are known to Argo CD only, so somebody else registers it. ` +
        'declare it with Cluster.registered to register it here');
    }
    if (cluster.isInCluster && access) {
      throw fail(this, 'Argo CD reaches the cluster that it runs in as its own ServiceAccount. leave out access');
    }
    if (!cluster.isInCluster && !access) {
      throw fail(this, `nobody has said how Argo CD signs in to the cluster ${cluster.name}. pass access: ClusterAccess.bearerToken(...), awsIam(...) or another`);
    }
    if (clusterResources !== undefined && !namespaces) {
      throw fail(this, 'clusterResources says something about a cluster of which some namespaces are managed, and none are named. pass namespaces, or leave it out');
    }
    if (shard !== undefined && !(Number.isInteger(shard) && shard >= 0)) {
      throw fail(this, `shard is ${shard}, and Argo CD would ignore it. give the number of a controller, 0 or more`);
    }
    this.object = makeSecret(this, {
      metadata: { ...props.metadata, name: nameFor(this, props.metadata) },
      labels: { ...cluster.labels, [SECRET_TYPE]: 'cluster' },
      annotations: cluster.annotations,
      texts: {
        name: cluster.name,
        server: cluster.server,
        project: cluster.project,
        namespaces: namespaces?.join(','),
        clusterResources: clusterResources === true ? 'true' : undefined,
        shard: shard === undefined ? undefined : String(shard),
        config: access?._json,
      },
      secrets: {},
      filledIn: access?._secrets,
    });
  }

  /** Name of the Secret. */
  public get name(): string {
    return this.object.name;
  }
}
