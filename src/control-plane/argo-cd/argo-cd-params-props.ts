import type { DurationLike } from '../../manifests/duration';
import type { SettingsMapMetadata } from './settings-map';

/** How many things each controller does at once, and how long it waits. */
export interface ApplicationControllerParams {
  /** Applications that are compared at once. @default 20 */
  readonly statusProcessors?: number;
  /** Syncs that run at once. @default 10 */
  readonly operationProcessors?: number;
  /** Seconds between two waves, for controllers to notice what was applied. @default 2 */
  readonly syncWaveDelay?: number;
  /** After how long a sync is given up. @default - never */
  readonly syncTimeout?: DurationLike;
  /** How long after a sync the same revision is not synced again by self-healing. @default 5 seconds */
  readonly selfHealTimeout?: DurationLike;
  /** Whether the API server works out differences, with defaults and webhooks. @default false */
  readonly serverSideDiff?: boolean;
  /** Whether the health of every object is written into the Application. @default false */
  readonly persistResourceHealth?: boolean;
}

/** What the API server of Argo CD does. */
export interface ServerParams {
  /** Whether it speaks plain HTTP, for an Ingress that ends TLS. @default false */
  readonly insecure?: boolean;
  /** Path below which people find it, behind a proxy: `/argo-cd`. @default '' */
  readonly rootPath?: `/${string}`;
  /** Whether a sync may replace objects. @default true */
  readonly syncReplaceAllowed?: boolean;
  /** Whether proxy extensions are on. @default false */
  readonly proxyExtensions?: boolean;
}

/** What the repo server does. */
export interface RepoServerParams {
  /** Renderings that run at once. @default - no limit */
  readonly parallelismLimit?: number;
  /** How long rendered manifests are kept. @default 24 hours */
  readonly cacheExpiration?: DurationLike;
  /** How long Git may take to answer. @default 15 seconds */
  readonly gitRequestTimeout?: DurationLike;
  /** Size of the files of one plain directory, all together: `10M`. @default '10M' */
  readonly maxCombinedDirectoryManifestsSize?: `${number}${'K' | 'M' | 'G'}`;
  /** Whether submodules are fetched. @default true */
  readonly gitSubmodules?: boolean;
}

/** What ApplicationSets may do. */
export interface ApplicationSetControllerParams {
  /** Whether steps of RollingSync are on. A set with steps asks for it by itself. @default false */
  readonly progressiveSyncs?: boolean;
  /** Globs for the namespaces in which ApplicationSets are read, beside that of Argo CD. @default - none */
  readonly namespaces?: readonly string[];
  /** What sets may do to Applications at most. @default - what each set says */
  readonly policy?: 'sync' | 'create-only' | 'create-update' | 'create-delete';
  /** Whether a set may say otherwise than `policy`. @default false */
  readonly policyOverride?: boolean;
  /** Whether `**` and `*` of git files generators are those of a shell. @default false */
  readonly newGitFileGlobbing?: boolean;
  /** Whether the generators scmProvider and pullRequest are on. @default true */
  readonly scmProviders?: boolean;
  /** API URLs that those generators may ask, exactly as in the sets. @default - all */
  readonly allowedScmProviders?: readonly string[];
  /** Whether token Secrets of generators need a label. @default false */
  readonly tokenRefStrictMode?: boolean;
  /** How long until a set is looked at again. @default 3 minutes */
  readonly requeueAfter?: DurationLike;
  /** Annotations of Applications that sets leave alone. @default - none */
  readonly globalPreservedAnnotations?: readonly string[];
  /** Labels of Applications that sets leave alone. @default - none */
  readonly globalPreservedLabels?: readonly string[];
}

/** What `ArgoCdParams` say. What is left out is not written, and so as Argo CD has it. */
export interface ArgoCdParamsProps {
  /** Globs for the namespaces in which Applications are read, beside that of Argo CD. @default - none */
  readonly applicationNamespaces?: readonly string[];
  /** @default - as Argo CD has it */
  readonly controller?: ApplicationControllerParams;
  /** @default - as Argo CD has it */
  readonly server?: ServerParams;
  /** @default - as Argo CD has it */
  readonly repoServer?: RepoServerParams;
  /** @default - as Argo CD has it */
  readonly applicationSets?: ApplicationSetControllerParams;
  /** Whether rendered manifests can be pushed to Git before they are synced. @default false */
  readonly hydratorEnabled?: boolean;
  /** Whether teams configure notifications in their own namespaces. @default false */
  readonly selfServiceNotifications?: boolean;
  /** Keys that have no prop here: `{ 'controller.log.level': 'debug' }`. @default - none */
  readonly more?: Readonly<Record<string, string>>;
  /** @default - those of the chart, whose namespace has to be that of Argo CD */
  readonly metadata?: SettingsMapMetadata;
}
