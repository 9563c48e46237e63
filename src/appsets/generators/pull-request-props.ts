import type { GeneratorOptions, GeneratorValues } from '../application-set-generator';
import type { BitbucketLogin, ConfigMapKeyRef, GithubLogin, SecretRef } from '../credentials';
import type { RequeueOption } from '../requeue';
import type { ScmTls } from './scm-provider-props';

/** Which pull requests count. */
export interface PullRequestLabels {
  /**
   * Labels that a pull request has to have, all of them.
   * @default - any
   */
  readonly labels?: readonly string[];
}

/** A repository of GitHub. */
export type GithubPullRequests = PullRequestLabels & GithubLogin & {
  readonly owner: string;
  readonly repo: string;
  /** Address of the API of an own GitHub. */
  readonly api?: string;
};

/** A project of GitLab. */
export interface GitlabMergeRequests extends PullRequestLabels, ScmTls {
  /** Id of the project, or its path. */
  readonly project: string;
  /**
   * Which merge requests count. Without a state Argo CD takes merged and closed ones too, and their Applications stay for ever.
   * @default 'opened'
   */
  readonly pullRequestState?: 'opened' | 'closed' | 'merged' | 'locked';
  /**
   * Address of an own GitLab.
   * @default - that of GitLab
   */
  readonly api?: string;
  /** @default - no login, which reads public projects only */
  readonly tokenRef?: SecretRef;
  /**
   * Certificates of an own GitLab.
   * @default - those that Argo CD trusts
   */
  readonly caRef?: ConfigMapKeyRef;
}

/** A repository of Gitea. */
export interface GiteaPullRequests extends PullRequestLabels, ScmTls {
  /** User or organization that the repository belongs to. */
  readonly owner: string;
  /** Name of the repository. */
  readonly repo: string;
  /** Address of Gitea: `https://gitea.example.com`. */
  readonly api: string;
  /** @default - no login, which reads public repositories only */
  readonly tokenRef?: SecretRef;
}

/** A repository of Bitbucket Cloud. */
export type BitbucketPullRequests = BitbucketLogin & {
  readonly owner: string;
  readonly repo: string;
  /** Address of the API. By default that of Bitbucket Cloud. */
  readonly api?: string;
};

/** A repository of Bitbucket Server. */
export type BitbucketServerPullRequests = ScmTls & BitbucketLogin & {
  /** Key of the project. */
  readonly project: string;
  readonly repo: string;
  /** Address of the API: `https://bitbucket.example.com/rest`. */
  readonly api: string;
  /** Certificates of the server. By default those that Argo CD trusts. */
  readonly caRef?: ConfigMapKeyRef;
};

/** A repository of Azure DevOps. */
export interface AzureDevOpsPullRequests extends PullRequestLabels {
  /** The organization in Azure DevOps. */
  readonly organization: string;
  /** Name of the project. */
  readonly project: string;
  /** Name of the repository in the project. */
  readonly repo: string;
  /**
   * Address of an own Azure DevOps.
   * @default - that of Azure
   */
  readonly api?: string;
  /** @default - no login, which reads public repositories only */
  readonly tokenRef?: SecretRef;
}

/** Which pull requests are taken: those that fulfil all of it. Patterns are regular expressions of Go, found anywhere in the text. */
export interface PullRequestFilter {
  /**
   * Pattern of the branch that is to be merged.
   * @default - any
   */
  readonly branchMatch?: string;
  /**
   * Pattern of the branch that it is to be merged into.
   * @default - any
   */
  readonly targetBranchMatch?: string;
  /**
   * Pattern of the title.
   * @default - any
   */
  readonly titleMatch?: string;
}

/** Where pull requests are looked for: one repository. */
export type PullRequestPlace =
  | OnlyOne<'github', GithubPullRequests>
  | OnlyOne<'gitlab', GitlabMergeRequests>
  | OnlyOne<'gitea', GiteaPullRequests>
  | OnlyOne<'bitbucket', BitbucketPullRequests>
  | OnlyOne<'bitbucketServer', BitbucketServerPullRequests>
  | OnlyOne<'azuredevops', AzureDevOpsPullRequests>;

type PlaceName = 'github' | 'gitlab' | 'gitea' | 'bitbucket' | 'bitbucketServer' | 'azuredevops';
type OnlyOne<K extends PlaceName, T> = { readonly [N in K]: T } & { readonly [N in Exclude<PlaceName, K>]?: never };

/** Which pull requests a generator takes. */
export type PullRequestProps<V extends string = string> = PullRequestPlace & PullRequestOptions<V>;

/** What is said of the pull requests wherever they are. */
export interface PullRequestOptions<V extends string = string> extends GeneratorOptions, GeneratorValues<V>, RequeueOption {
  /**
   * Pull requests that are taken: those that fulfil one of these.
   * @default - all of them
   */
  readonly filters?: readonly [PullRequestFilter, ...PullRequestFilter[]];
  /**
   * Whether a repository that is not found counts as one without pull requests. Then a token that expired deletes the Applications.
   * @default false
   */
  readonly continueOnRepoNotFoundError?: boolean;
}
