import type { ApiObjectMetadata } from 'cdk8s';
import type { NotificationSubscription } from '../../app/notification-subscription';
import type { ProjectDestination } from './destination-pattern';
import type { ProjectRole } from './project-role';
import type { PermittedRepository, SourceIntegrity } from './source-integrity';
import type { SyncWindow } from './sync-window';

/** A kind of objects. Group and kind may be patterns of Go's `path.Match`, such as `*.istio.io`. */
export interface GroupKind {
  /** API group, `''` for the core group. */
  readonly group: string;
  /** Kind in the group, `*` for all of them. */
  readonly kind: string;
}

/** A kind of objects outside of namespaces, or some of them. */
export interface ClusterResource extends GroupKind {
  /**
   * Name, or a pattern of names: `shop-*`.
   * @default - all of the kind
   */
  readonly name?: string;
}

/** Objects that do not count as orphaned. */
export interface IgnoredOrphans {
  /** @default - the core group */
  readonly group?: string;
  /** @default - every kind of the group */
  readonly kind?: string;
  /** Name, or a glob of names. @default - every name */
  readonly name?: string;
}

/** What Argo CD does about objects in the namespaces of the project that no Application has. */
export interface OrphanedResources {
  /**
   * Whether Applications warn of them, beside showing them.
   * @default false
   */
  readonly warn?: boolean;
  /**
   * Objects that somebody else has to look after.
   * @default - none
   */
  readonly ignore?: readonly IgnoredOrphans[];
}

/** The ServiceAccount that syncs to some destinations act as, where Argo CD is told to impersonate. */
export interface DestinationServiceAccount {
  /** URL of the API server, or a glob of URLs. Names of clusters are not looked at. */
  readonly server: string;
  /** Namespace of the Application's destination, or a glob. */
  readonly namespace: string;
  /** Name of the ServiceAccount: in the namespace of the destination, or `namespace:name`. */
  readonly serviceAccount: string;
}

/** What an `AppProject` is made of. What is not listed is not permitted. */
export interface AppProjectProps {
  /** Repositories that Applications may come from: objects, or globs of URLs, in which `*` stops at slashes and `**` does not. */
  readonly sourceRepositories: readonly [PermittedRepository, ...PermittedRepository[]];
  /** Clusters and namespaces that Applications may be applied to. */
  readonly destinations: readonly [ProjectDestination, ...ProjectDestination[]];
  /**
   * Kinds outside of namespaces that Applications may have. `Namespace` is among them where Applications create theirs.
   * @default - none
   */
  readonly clusterResources?: readonly ClusterResource[];
  /**
   * Kinds outside of namespaces that stay forbidden.
   * @default - none beside those that are not permitted
   */
  readonly deniedClusterResources?: readonly ClusterResource[];
  /**
   * Kinds in namespaces that Applications may have, and no others. It has at least one: Argo CD takes an empty list for a permission of
   * nothing.
   * @default - all kinds
   */
  readonly namespaceResources?: readonly [GroupKind, ...GroupKind[]];
  /**
   * Kinds in namespaces that Applications may not have.
   * @default - none
   */
  readonly deniedNamespaceResources?: readonly GroupKind[];
  /**
   * Namespaces, beside that of Argo CD, whose Applications may use the project: globs, or regular expressions between slashes.
   * @default - none
   */
  readonly sourceNamespaces?: readonly string[];
  /**
   * Finds objects that no Application has.
   * @default - they are not looked for
   */
  readonly orphanedResources?: OrphanedResources;
  /**
   * Which commits are taken from Git.
   * @default - every commit
   */
  readonly sourceIntegrity?: readonly SourceIntegrity[];
  /**
   * Ids of GPG keys, in 16 or 40 hexadecimal digits: commits of every repository are signed with one of them. Argo CD ignores it beside
   * `sourceIntegrity`.
   * @default - none
   * @deprecated upstream, in favour of `sourceIntegrity`, which says for each repository what is verified
   */
  readonly signatureKeys?: readonly [string, ...string[]];
  /**
   * ServiceAccounts that syncs act as. The first one that fits counts.
   * @default - syncs act as Argo CD
   */
  readonly destinationServiceAccounts?: readonly DestinationServiceAccount[];
  /**
   * Whether only clusters that are registered for this project are destinations.
   * @default false
   */
  readonly permitOnlyProjectScopedClusters?: boolean;
  /**
   * When Applications may sync.
   * @default - always
   */
  readonly syncWindows?: readonly SyncWindow[];
  /**
   * Who may do what with the Applications of the project.
   * @default - what the RBAC of Argo CD says
   */
  readonly roles?: readonly ProjectRole[];
  /**
   * What the project is for, in up to 255 characters.
   * @default - nothing is said
   */
  readonly description?: string;
  /**
   * Whether a project that is deleted stays until no Application uses it.
   * @default false
   */
  readonly keepWhileUsed?: boolean;
  /**
   * Who is told about what happens to every Application of the project. Applications in other namespaces than Argo CD's are left out.
   * @default - those whom the Applications and the default subscriptions name
   */
  readonly notifications?: readonly NotificationSubscription<'Application'>[];
  /**
   * Name, labels and annotations. The namespace has to be that of Argo CD.
   * @default - the name comes from the ids, the namespace from the chart
   */
  readonly metadata?: ApiObjectMetadata;
}
