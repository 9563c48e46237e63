import type { GitRepository } from '../../fleet/git-repository';

/** The ref source that a file is found by. */
export interface RefOfFile {
  /** The name that files of it are found by. */
  readonly ref: string;
  /** The repository that the files lie in. */
  readonly repository: GitRepository;
}

/** A file of a ref source: values of Helm, which then lie in another repository than the chart. */
export class RefFile {
  /** @internal */
  public constructor(
    /** The source that it is a file of. It has to be among the sources of the Application. */
    public readonly source: RefOfFile,
    /** Below the root of the repository. */
    public readonly path: string,
  ) {}

  /** As Argo CD finds it: `$values/envs/production.yaml`. */
  public toString(): string {
    return `$${this.source.ref}/${this.source.repository.pathOf(this.path)}`;
  }
}
