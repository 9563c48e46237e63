import type { DurationLike } from '../../manifests/duration';
import type { JsonObject } from '../../manifests/json';
import type { IgnoredFieldsOfKind, KnownTypes, ResourceActions } from './customizations';
import type { HealthCheck } from './health-check';
import type { SettingsMapMetadata } from './settings-map';
import type { DexProps, HttpUrl, OidcProps } from './single-sign-on';

/** A user that Argo CD knows by itself, beside `admin`. Its password is set with the CLI. */
export interface LocalAccount {
  /** `login`: in the browser and the CLI. `apiKey`: tokens for programs. */
  readonly capabilities: readonly ['login' | 'apiKey', ...('login' | 'apiKey')[]];
  /** @default true */
  readonly enabled?: boolean;
}

/** Objects that Argo CD does not look at, or, as inclusions, all that it looks at. What is left out means all of them. */
export interface ResourceFilter {
  /** Globs. `''` is the core group. */
  readonly apiGroups?: readonly string[];
  /** Names of kinds, or `*`. */
  readonly kinds?: readonly string[];
  /** Globs for the API server URLs of clusters. */
  readonly clusters?: readonly string[];
}

/** A project whose rules hold for others too. */
export interface GlobalProject {
  /** The AppProject, or its name. */
  readonly project: { readonly name: string } | string;
  /** Labels of the projects that inherit from it. At least one. */
  readonly matchLabels: Readonly<Record<string, string>>;
}

/** A link that people find beside an Application, a project or an object. */
export interface DeepLink {
  /** May hold Go templates: `https://logs.example.com/?app={{.app.metadata.name}}`. */
  readonly url: string;
  /** What the link says. */
  readonly title: string;
  /** @default - none */
  readonly description?: string;
  /**
   * A class of Font Awesome: `fa-book`.
   * @default - none
   */
  readonly iconClass?: string;
  /**
   * An expression that has to be true for the link to be there: `app.spec.project == "shop"`.
   * @default - always
   */
  readonly if?: string;
}

/** A version of Kustomize that Sources may name. */
export interface KustomizeVersion {
  /** Path of the program in the containers of the repo server. */
  readonly path: `/${string}`;
  /** @default - none */
  readonly buildOptions?: string;
}

/** How the repo server runs Kustomize. */
export interface KustomizeSettings {
  /** @default true */
  readonly enabled?: boolean;
  /** Options of `kustomize build`: `--enable-helm`. @default - none */
  readonly buildOptions?: string;
  /** By the version that a Source names: `v5.4.1`. @default - the one that comes with Argo CD */
  readonly versions?: Readonly<Record<string, KustomizeVersion>>;
}

/** How often Argo CD looks at Git. It reads these when it starts: restart the application controller and the repo server after a change. */
export interface ReconciliationSettings {
  /** How long until Git is asked again; `never` for webhooks alone. @default 2 minutes */
  readonly timeout?: DurationLike | 'never';
  /** How much is added to it at most, so that not all Applications ask at once. @default 1 minute */
  readonly jitter?: DurationLike | 'none';
  /** How long until manifests are rendered anew though nothing has changed. @default 'never' */
  readonly hard?: DurationLike | 'never';
}

/** How differences between Git and the cluster are found. */
export interface ResourceCompareOptions {
  /** @default false */
  readonly ignoreAggregatedRoles?: boolean;
  /** Whose `status` does not count. @default 'all' */
  readonly ignoreResourceStatusField?: 'all' | 'crd' | 'none';
  /** @default true */
  readonly ignoreDifferencesOnResourceUpdates?: boolean;
}

/** A line on top of every page. */
export interface Banner {
  /** What the line says. */
  readonly content: string;
  /** @default - no link */
  readonly url?: HttpUrl;
  /** @default false */
  readonly permanent?: boolean;
  /** @default 'top' */
  readonly position?: 'top' | 'bottom' | 'both';
}

/** Signing in needs to know where Argo CD is, so that people get back. It is by one way, or by none. */
export type SignIn =
  | { readonly url: HttpUrl; readonly oidc: OidcProps; readonly dex?: undefined }
  | { readonly url: HttpUrl; readonly dex: DexProps; readonly oidc?: undefined }
  | { readonly url?: HttpUrl; readonly oidc?: undefined; readonly dex?: undefined };

/** What an `ArgoCdConfig` says. What is left out is not written, and so as Argo CD has it. */
export type ArgoCdConfigProps = SignIn & {
  /** @default - none */
  readonly additionalUrls?: readonly HttpUrl[];
  /** Users by their names. @default - `admin` alone */
  readonly accounts?: Readonly<Record<string, LocalAccount>>;
  /** Whether the user `admin` can sign in. @default true */
  readonly adminEnabled?: boolean;
  /** Whether whoever does not sign in has the default role. @default false */
  readonly anonymousUserEnabled?: boolean;
  /** How long one is signed in. @default 24 hours */
  readonly userSessionDuration?: DurationLike;
  /** A regular expression for passwords. @default '^.{8,32}$' */
  readonly passwordPattern?: string;

  /** How an object is known to belong to its Application. @default 'annotation' */
  readonly resourceTrackingMethod?: 'annotation' | 'label' | 'annotation+label';
  /** The label that holds the name of the Application. @default 'app.kubernetes.io/instance' */
  readonly instanceLabelKey?: string;
  /** Tells several Argo CDs of one cluster apart. @default - none */
  readonly installationId?: string;

  /** @default - those that Argo CD brings, and what other constructs contribute */
  readonly healthChecks?: readonly HealthCheck[];
  /** @default - those that Argo CD brings */
  readonly actions?: readonly ResourceActions[];
  /** Fields whose differences do not count, in every Application. @default - none */
  readonly ignoreDifferences?: readonly IgnoredFieldsOfKind[];
  /** Fields whose changes in the cluster are no reason to look at an Application again. @default - those of the installation */
  readonly ignoreResourceUpdates?: readonly IgnoredFieldsOfKind[];
  /** @default - none */
  readonly knownTypes?: readonly KnownTypes[];
  /** @default - as Argo CD has them */
  readonly compareOptions?: ResourceCompareOptions;

  /** Takes the place of the list that the installation brings. @default - that list */
  readonly resourceExclusions?: readonly ResourceFilter[];
  /** @default - everything that is not excluded */
  readonly resourceInclusions?: readonly ResourceFilter[];
  /** Whether kinds that Argo CD may not list are passed over. @default - they are an error */
  readonly respectRBAC?: 'normal' | 'strict';
  /** @default - none */
  readonly globalProjects?: readonly GlobalProject[];
  /** Whether Applications may go to the cluster of Argo CD itself. @default true */
  readonly inClusterEnabled?: boolean;
  /**
   * Whether a sync runs as a service account that the project names. `enforced`: without one it is refused.
   * @default - as the controller
   */
  readonly impersonation?: 'enforced' | 'where-a-project-names-one';
  /** Whether syncing to another revision needs the right `override`. @default false */
  readonly requireOverridePrivilegeForRevisionSync?: boolean;

  /** @default - as Argo CD has it */
  readonly kustomize?: KustomizeSettings;
  /** From where value files are fetched; none for an empty list. @default ['https', 'http'] */
  readonly helmValuesFileSchemes?: readonly string[];
  /** @default - as Argo CD has it */
  readonly reconciliation?: ReconciliationSettings;

  /** @default - none */
  readonly applicationLinks?: readonly DeepLink[];
  /** @default - none */
  readonly projectLinks?: readonly DeepLink[];
  /** @default - none */
  readonly resourceLinks?: readonly DeepLink[];
  /** Whether anybody can ask for the status of an Application as a picture. @default false */
  readonly statusBadge?: boolean;
  /** Shells that people get in pods, the first that is there. @default - no terminal */
  readonly execShells?: readonly [string, ...string[]];
  /** @default - none */
  readonly banner?: Banner;
  /** Where people ask for help. @default - nowhere */
  readonly helpChat?: { readonly url: HttpUrl; readonly text?: string };
  /** Keys of annotations of Secrets whose values are not shown. @default - none */
  readonly sensitiveMaskAnnotations?: readonly string[];
  /** Keys of labels of nodes that are shown at pods. @default - none */
  readonly allowedNodeLabels?: readonly string[];
  /** Configuration of proxy extensions. @default - none */
  readonly extensions?: readonly JsonObject[];

  /** Keys that have no prop here. @default - none */
  readonly more?: Readonly<Record<string, string>>;
  /** @default - those of the chart, whose namespace has to be that of Argo CD */
  readonly metadata?: SettingsMapMetadata;
};
