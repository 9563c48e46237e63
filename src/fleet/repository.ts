import { GitRepository, type GitRepositoryProps } from './git-repository';
import { HelmRepository, type HelmRepositoryProps } from './helm-repository';
import { OciRepository, type OciRepositoryProps } from './oci-repository';

/** Any repository that Argo CD reads. `type` tells them apart. */
export type AnyRepository = GitRepository | HelmRepository | OciRepository;

/** The repository, of which the compiler looks at the `type` first: of a wrong one it says that it is of another sort. */
export type SortOf<R extends AnyRepository> = Pick<R, 'type'> & R;

/** Where Argo CD reads manifests and charts from. */
export class Repository {
  /** A Git repository: the one that the YAML of this app is committed to, or another one. */
  public static git(props: GitRepositoryProps): GitRepository {
    return new GitRepository(props);
  }

  /** A repository of Helm charts, on a web server or in a registry. */
  public static helm(props: HelmRepositoryProps): HelmRepository {
    return new HelmRepository(props);
  }

  /** One artifact in an OCI registry. */
  public static oci(props: OciRepositoryProps): OciRepository {
    return new OciRepository(props);
  }

  private constructor() {}
}
