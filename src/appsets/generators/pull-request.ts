import type { ApplicationSetSpecGenerator } from '../../../imports/types/argo-cd/application-set';
import type { JsonObject } from '../../manifests/json';
import { ApplicationSetGenerator } from '../application-set-generator';
import { fillAll } from '../fill';
import type { KnownSet, Multitude, SetFacts } from '../known-set';
import { requeueSeconds } from '../requeue';
import type { PullRequestProps } from './pull-request-props';

/** What a template knows of a pull request. */
export interface PullRequestShape<V extends string> {
  /** Its number in the repository. */
  readonly number: string;
  /** Its title, as its author wrote it. */
  readonly title: string;
  /** The branch that it is to be merged from. */
  readonly branch: string;
  /** The branch, made fit for a Kubernetes name of at most 50 characters. */
  readonly branch_slug: string;
  /** The branch that it is to be merged into. */
  readonly target_branch: string;
  /** That branch, made fit for a Kubernetes name of at most 50 characters. */
  readonly target_branch_slug: string;
  /** The newest commit. */
  readonly head_sha: string;
  /** Its first 8 characters. */
  readonly head_short_sha: string;
  /** Its first 7 characters. */
  readonly head_short_sha_7: string;
  /** Who opened it, by the name at the provider. */
  readonly author: string;
  /** Its labels at the provider. */
  readonly labels: readonly string[];
  /** The generator's values. */
  readonly values: Readonly<Record<V, string>>;
}

const KEYS = [
  'number', 'title', 'branch', 'branch_slug', 'target_branch', 'target_branch_slug', 'head_sha', 'head_short_sha', 'head_short_sha_7', 'author',
];

/** Makes one Application for each open pull request of a repository. */
export class PullRequestGenerator<V extends string> extends ApplicationSetGenerator<PullRequestShape<V>> {
  /** @internal */
  public constructor(private readonly props: PullRequestProps) {
    super(props);
  }

  /** @internal */
  public _examples(): readonly JsonObject[] {
    return [{ ...Object.fromEntries(KEYS.map((key) => [key, ''])), labels: [''], values: this.values }];
  }

  /** @internal */
  public _sets({ given = {} }: SetFacts): readonly KnownSet[] {
    return [{ parameters: { values: fillAll(this.values, given) }, open: [PULL_REQUESTS] }];
  }

  /** @internal */
  public _toKube(): ApplicationSetSpecGenerator {
    const { filters, continueOnRepoNotFoundError, github, gitlab, gitea, bitbucket, bitbucketServer, azuredevops } = this.props;
    return {
      pullRequest: {
        github,
        gitlab: gitlab && { pullRequestState: 'opened', ...gitlab },
        gitea,
        bitbucket,
        bitbucketServer,
        azuredevops,
        filters,
        continueOnRepoNotFoundError,
        requeueAfterSeconds: requeueSeconds(this.props),
        values: this.valuesToKube,
      },
    };
  }
}

const PULL_REQUESTS: Multitude = {
  one: 'pull request', many: 'pull requests', toldApartBy: ['number', 'branch', 'branch_slug', 'head_sha', 'head_short_sha', 'head_short_sha_7'],
};
