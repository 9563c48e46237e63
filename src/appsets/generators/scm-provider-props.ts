import type { GeneratorOptions, GeneratorValues } from '../application-set-generator';
import type { BitbucketLogin, ConfigMapKeyRef, GithubLogin, SecretRef } from '../credentials';
import type { RequeueOption } from '../requeue';

/** What is said of an organization wherever it is. */
export interface ScmBranches {
  /**
   * Whether every branch counts, and not the default branch alone.
   * @default false
   */
  readonly allBranches?: boolean;
}

/** An address of one's own. */
export interface ScmTls {
  /**
   * Whether certificates are not checked.
   * @default false
   */
  readonly insecure?: boolean;
}

/** An organization of GitHub. */
export type GithubOrganization = ScmBranches & GithubLogin & {
  readonly organization: string;
  /** Address of the API of an own GitHub. */
  readonly api?: string;
  /** Whether archived repositories are left out. By default they count. */
  readonly excludeArchivedRepos?: boolean;
};

/** A group of GitLab. */
export interface GitlabGroup extends ScmBranches, ScmTls {
  /** Id of the group, or its path. */
  readonly group: string;
  /**
   * Address of an own GitLab.
   * @default - that of GitLab
   */
  readonly api?: string;
  /** @default - no login, which reads public projects only */
  readonly tokenRef?: SecretRef;
  /**
   * Whether groups inside of the group count.
   * @default false
   */
  readonly includeSubgroups?: boolean;
  /**
   * Whether projects that are shared with the group count.
   * @default true
   */
  readonly includeSharedProjects?: boolean;
  /**
   * Whether archived projects count.
   * @default false
   */
  readonly includeArchivedRepos?: boolean;
  /**
   * Topic that a project has to have.
   * @default - any
   */
  readonly topic?: string;
  /**
   * Certificates of an own GitLab.
   * @default - those that Argo CD trusts
   */
  readonly caRef?: ConfigMapKeyRef;
}

/** An owner in Gitea. */
export interface GiteaOwner extends ScmBranches, ScmTls {
  /** User or organization whose repositories are looked at. */
  readonly owner: string;
  /** Address of Gitea: `https://gitea.example.com`. */
  readonly api: string;
  /** @default - no login, which reads public repositories only */
  readonly tokenRef?: SecretRef;
  /**
   * Whether archived repositories are left out.
   * @default false
   */
  readonly excludeArchivedRepos?: boolean;
}

/** A workspace of Bitbucket Cloud. */
export interface BitbucketWorkspace extends ScmBranches {
  /** The workspace. */
  readonly owner: string;
  /** Who logs in. */
  readonly user: string;
  /** Where the app password of the user is. */
  readonly appPasswordRef: SecretRef;
}

/** A project of Bitbucket Server. */
export type BitbucketServerProject = ScmBranches & ScmTls & BitbucketLogin & {
  /** Key of the project. */
  readonly project: string;
  /** Address of the API: `https://bitbucket.example.com/rest`. */
  readonly api: string;
  /** Certificates of the server. By default those that Argo CD trusts. */
  readonly caRef?: ConfigMapKeyRef;
};

/** A project of Azure DevOps. */
export interface AzureDevOpsTeam extends ScmBranches {
  /** The organization in Azure DevOps. */
  readonly organization: string;
  /** Name of the project whose repositories are looked at. */
  readonly teamProject: string;
  /** Where the personal access token is. */
  readonly accessTokenRef: SecretRef;
  /**
   * Address of an own Azure DevOps.
   * @default - that of Azure
   */
  readonly api?: string;
}

/** Repositories of AWS CodeCommit. */
export interface AwsCodeCommit extends ScmBranches {
  /**
   * Role that is taken on, by its ARN.
   * @default - that of the controller
   */
  readonly role?: string;
  /**
   * Region of the repositories.
   * @default - that of the controller
   */
  readonly region?: string;
  /**
   * Tags that a repository has to have.
   * @default - any
   */
  readonly tagFilters?: readonly { readonly key: string; readonly value?: string }[];
}

/** Which repositories are taken: those that fulfil all of it. Patterns are regular expressions of Go, found anywhere in the text. */
export interface ScmFilter {
  /**
   * Pattern of the name.
   * @default - any
   */
  readonly repositoryMatch?: string;
  /**
   * Pattern of the branch.
   * @default - any
   */
  readonly branchMatch?: string;
  /**
   * Pattern of one of its labels or topics.
   * @default - any
   */
  readonly labelMatch?: string;
  /**
   * Paths that have to be there.
   * @default - none
   */
  readonly pathsExist?: readonly string[];
  /**
   * Paths that must not be there.
   * @default - none
   */
  readonly pathsDoNotExist?: readonly string[];
}

/** Where repositories are looked for: one place. */
export type ScmPlace =
  | OnlyOne<'github', GithubOrganization>
  | OnlyOne<'gitlab', GitlabGroup>
  | OnlyOne<'gitea', GiteaOwner>
  | OnlyOne<'bitbucket', BitbucketWorkspace>
  | OnlyOne<'bitbucketServer', BitbucketServerProject>
  | OnlyOne<'azureDevOps', AzureDevOpsTeam>
  | OnlyOne<'awsCodeCommit', AwsCodeCommit>;

type ScmPlaceName = 'github' | 'gitlab' | 'gitea' | 'bitbucket' | 'bitbucketServer' | 'azureDevOps' | 'awsCodeCommit';
type OnlyOne<K extends ScmPlaceName, T> = { readonly [N in K]: T } & { readonly [N in Exclude<ScmPlaceName, K>]?: never };

/** Which repositories a generator takes. */
export type ScmProviderProps<V extends string = string> = ScmPlace & ScmProviderOptions<V>;

/** What is said of the repositories wherever they are. */
export interface ScmProviderOptions<V extends string = string> extends GeneratorOptions, GeneratorValues<V>, RequeueOption {
  /**
   * Repositories that are taken: those that fulfil one of these.
   * @default - all of them
   */
  readonly filters?: readonly [ScmFilter, ...ScmFilter[]];
  /**
   * How the repositories are cloned, for `p.url`.
   * @default - by SSH where the place has it
   */
  readonly cloneProtocol?: 'ssh' | 'https';
}
