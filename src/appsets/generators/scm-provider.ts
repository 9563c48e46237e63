import type { ApplicationSetSpecGenerator } from '../../../imports/types/argo-cd/application-set';
import type { JsonObject } from '../../manifests/json';
import { ApplicationSetGenerator } from '../application-set-generator';
import { fillAll } from '../fill';
import type { KnownSet, Multitude, SetFacts } from '../known-set';
import { requeueSeconds } from '../requeue';
import type { ScmProviderProps } from './scm-provider-props';

/** What a template knows of a repository. */
export interface ScmRepositoryShape<V extends string> {
  /** The organization, group or owner that the repository belongs to. */
  readonly organization: string;
  /** Name of the repository. */
  readonly repository: string;
  /** What the provider knows the repository by, whatever its name. */
  readonly repository_id: string;
  /** URL to clone it from. */
  readonly url: string;
  /** Name of the branch. */
  readonly branch: string;
  /** The branch, made fit for a Kubernetes name. */
  readonly branchNormalized: string;
  /** The newest commit of the branch. */
  readonly sha: string;
  /** Its first 8 characters. */
  readonly short_sha: string;
  /** Its first 7 characters. */
  readonly short_sha_7: string;
  /** Labels or topics with commas between them. */
  readonly labels: string;
  /** The generator's values. */
  readonly values: Readonly<Record<V, string>>;
}

const KEYS = ['organization', 'repository', 'repository_id', 'url', 'branch', 'branchNormalized', 'sha', 'short_sha', 'short_sha_7', 'labels'];

/** Makes one Application for each repository of an organization. */
export class ScmProviderGenerator<V extends string> extends ApplicationSetGenerator<ScmRepositoryShape<V>> {
  /** @internal */
  public constructor(private readonly props: ScmProviderProps) {
    super(props);
  }

  /** @internal */
  public _examples(): readonly JsonObject[] {
    return [{ ...Object.fromEntries(KEYS.map((key) => [key, ''])), values: this.values }];
  }

  /** @internal */
  public _sets({ given = {} }: SetFacts): readonly KnownSet[] {
    return [{ parameters: { values: fillAll(this.values, given) }, open: [REPOSITORIES, ...this.everyBranch ? [BRANCHES] : []] }];
  }

  /** @internal */
  public _toKube(): ApplicationSetSpecGenerator {
    const { filters, cloneProtocol, github, gitlab, gitea, bitbucket, bitbucketServer, azureDevOps, awsCodeCommit } = this.props;
    const place = { github, gitlab, gitea, bitbucket, bitbucketServer, azureDevOps, awsCodeCommit };
    const requeueAfterSeconds = requeueSeconds(this.props);
    return { scmProvider: { ...place, filters, cloneProtocol, requeueAfterSeconds, values: this.valuesToKube } };
  }

  private get everyBranch(): boolean {
    const { github, gitlab, gitea, bitbucket, bitbucketServer, azureDevOps, awsCodeCommit } = this.props;
    const place = github ?? gitlab ?? gitea ?? bitbucket ?? bitbucketServer ?? azureDevOps ?? awsCodeCommit;
    return place?.allBranches ?? false;
  }
}

const REPOSITORIES: Multitude = { one: 'repository', many: 'repositories', toldApartBy: ['repository', 'repository_id', 'url'] };
const BRANCHES: Multitude = { one: 'branch', many: 'branches', toldApartBy: ['branchNormalized', 'branch', 'sha', 'short_sha', 'short_sha_7'] };
