import type { ClusterFacts } from '../manifests/cluster-facts';

/** A Git repository whose content is known, at least in part. */
export interface KnownRepository {
  readonly url: string;
  /**
   * The folders in which everything is known, from the top of the repository; `''` is the whole of it.
   * Patterns that look elsewhere find what nobody here knows.
   */
  readonly root: string;
  /** Folders with files in them, from the top of the repository. */
  readonly folders: readonly string[];
  /**
   * Contents of files by their path from the top of the repository, undefined for one that is there and whose content nobody has asked
   * for; absent when it is not known which files there are.
   */
  readonly files?: ReadonlyMap<string, string | undefined>;
}

/** What is known of the place that an ApplicationSet works in. */
export interface ExpansionFacts {
  /**
   * Every cluster that Argo CD has.
   * @default - nobody has said which there are
   */
  readonly clusters?: readonly ClusterFacts[];
  /**
   * Repositories whose folders or files are known.
   * @default - none
   */
  readonly repositories?: readonly KnownRepository[];
}
