import type { GitRepository } from '../../fleet/git-repository';
import type { HelmRepository } from '../../fleet/helm-repository';
import type { OciRepository } from '../../fleet/oci-repository';
import type { SortOf } from '../../fleet/repository';
import type { HelmOptions } from './helm';
import type { RefSource } from './ref-source';
import type { SourceTool } from './source-tool';

/** What all sources have in common. */
export interface NamedSource {
  /**
   * What the command line and the pages of Argo CD call the source, where an Application has several.
   * @default - its number
   */
  readonly name?: string;
}

/** A folder in Git, and at most one of `helm`, `kustomize`, `directory` and `plugin`. */
export type GitSourceProps = GitFolder & SourceTool;

/** A folder in Git. */
export interface GitFolder extends NamedSource {
  /** The Git repository that the folder is in. */
  readonly repository: SortOf<GitRepository>;
  /** Folder below the root of the repository. */
  readonly path: string;
  /**
   * Branch, tag, commit, or a range of tags that are versions: `1.x`.
   * @default - the revision of the repository
   */
  readonly revision?: string;
  /**
   * Beginning of the tags that a range is looked for among: `web-` for the tags of one part of the repository.
   * @default - all tags
   */
  readonly tagPrefix?: string;
  /**
   * The ref source that the folder is too: `values` when the manifests are applied, and other sources use files of the same repository as
   * `values.file(...)`. It then stands for both among the `sources` of the Application.
   * @default - none: other sources use nothing of it
   */
  readonly ref?: RefSource;
}

/** A chart of a Helm repository. */
export interface HelmChartSourceProps extends NamedSource {
  /** The repository that the chart is in. */
  readonly repository: SortOf<HelmRepository>;
  /** Name of the chart: `cert-manager`. */
  readonly chart: string;
  /** Version of the chart, or a range of them: `1.16.x`, `>=1.16.0 <2.0.0`. */
  readonly version: string;
  /**
   * What Helm is told.
   * @default - nothing: the defaults of the chart
   */
  readonly helm?: HelmOptions;
}

/** An artifact in an OCI registry, and at most one of `helm`, `kustomize`, `directory` and `plugin`. */
export type OciSourceProps = OciArtifact & SourceTool;

/** An artifact in an OCI registry. */
export interface OciArtifact extends NamedSource {
  /** The repository of the artifact in the registry. */
  readonly repository: SortOf<OciRepository>;
  /** Tag, range of tags that are versions, or digest: `1.4.0`, `1.x`, `sha256:...`. */
  readonly revision: string;
  /**
   * Folder in the artifact.
   * @default '.' - its top
   */
  readonly path?: string;
}
