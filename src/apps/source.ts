import type { Chart } from 'cdk8s';
import type { ApplicationSpecSource } from '../../imports/types/argo-cd/application';
import { folderOf } from '../app/units';
import type { GitRepository } from '../fleet/git-repository';
import { InputError } from '../manifests/input-error';

/** A folder of plain manifests in Git. */
export interface GitSourceProps {
  readonly repository: GitRepository;
  /** Folder below the root of the repository. */
  readonly path: string;
}

/** Where an Application gets its manifests from. */
export class Source {
  /** A folder of manifests in Git. */
  public static git(props: GitSourceProps): Source {
    if (props.path.startsWith('/') || props.path.split('/').includes('..')) {
      throw new InputError(`the path of the source is ${JSON.stringify(props.path)}. give a folder below the root of the repository, such as apps/web`);
    }
    return new Source(props.repository, () => props.path);
  }

  /** The manifests of a chart of this app, where this app writes them. */
  public static chart(chart: Chart, repository: GitRepository): Source {
    return new Source(repository, () => folderOf(chart), chart);
  }

  private constructor(
    /** The repository that it lies in. */
    public readonly repository: GitRepository,
    private readonly folderBelowRoot: () => string,
    /** The chart of this app that the source is, if it is one. */
    public readonly chart?: Chart,
  ) {}

  /** Folder below the root of the repository. */
  public get folder(): string {
    return this.folderBelowRoot();
  }

  /** @internal */
  public _toKube(): ApplicationSpecSource {
    const { repository } = this;
    return { repoURL: repository.url, targetRevision: repository.revision, path: repository.pathOf(this.folder) };
  }
}
