/** A Git repository that the manifests are committed to, as far as it is known from where it is written. */
export interface RepositoryFacts {
  readonly url: string;
  /** Folder of the repository that the folders of units are below, `''` for its top. */
  readonly root: string;
}
