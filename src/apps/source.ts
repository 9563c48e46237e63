import type { Chart } from 'cdk8s';
import type { ApplicationSpecSource } from '../../imports/types/argo-cd/application';
import { isHelmTemplate } from '../app/helm-template';
import { folderOf } from '../app/units';
import type { GitRepository } from '../fleet/git-repository';
import type { AnyRepository } from '../fleet/repository';
import { isVersionOrRange } from '../languages/semver';
import { InputError } from '../manifests/input-error';
import { helmFiles, type HelmOptions } from './sources/helm';
import { RefFile, type RefOfFile } from './sources/ref-file';
import { RefSource } from './sources/ref-source';
import { leadsOutOf, pathBelowRoot } from './sources/repository-path';
import type { GitSourceProps, HelmChartSourceProps, OciSourceProps } from './sources/source-props';
import { type SourceTool, toolToKube } from './sources/source-tool';

/**
 * Where an Application gets its manifests from.
 *
 * @see pkg/apis/application/v1alpha1/types.go (ApplicationSource) in argoproj/argo-cd
 */
export class Source {
  /** A folder in Git: plain manifests, a Helm chart, a folder of Kustomize or what a plugin renders. */
  public static git(props: GitSourceProps): Source {
    const { repository, path, revision = repository.revision, tagPrefix, name, ref, ...tool } = props;
    const folder = pathBelowRoot(path, 'the path of the source', 'apps/web');
    refuseFilesOutside(repository.pathOf(folder), tool);
    if (ref) refuseOtherFiles(ref, repository.url, revision);
    const wire = { targetRevision: revision, tagPrefix, name, ref: ref?.ref, ...toolToKube(tool) };
    return new Source(repository, wire, tool.helm, () => folder, undefined, ref);
  }

  /** The manifests of a chart of this app, where this app writes them. */
  public static chart(chart: Chart, repository: GitRepository): Source {
    if (isHelmTemplate(chart)) {
      throw new InputError(`the chart ${chart.node.path} is written as templates of a Helm chart, and would be applied with its braces escaped. ` +
        'point the Application at that Helm chart: Source.git({ repository, path, helm: {} })');
    }
    return new Source(repository, { targetRevision: repository.revision }, undefined, () => folderOf(chart), chart);
  }

  /** A chart of a Helm repository. Its version is said, exactly or as a range: `1.16.2`, `1.16.x`. */
  public static helmChart(props: HelmChartSourceProps): Source {
    const { repository, chart, version, helm, name } = props;
    for (const [what, text] of [['chart', chart], ['version', version]] as const) {
      if (text.trim() === '') throw new InputError(`the ${what} of the Helm source is empty. give both: { chart: 'web', version: '1.16.2' }`);
    }
    if (!version.includes('{{') && !isVersionOrRange(version)) {
      throw new InputError(`the version of the chart ${chart} is ${JSON.stringify(version)}, which is no version and no range of versions. ` +
        'give one such as 1.16.2, 1.16.x or >=1.16.0 <2.0.0');
    }
    // The files of a chart begin at the chart itself.
    refuseFilesOutside('.', { helm });
    return new Source(repository, { chart, targetRevision: version, name, ...toolToKube(helm ? { helm } : {}) }, helm);
  }

  /** An artifact in an OCI registry. */
  public static oci(props: OciSourceProps): Source {
    const { repository, revision, path = '.', name, ...tool } = props;
    const folder = pathBelowRoot(path, 'the path in the artifact', 'apps/web');
    refuseFilesOutside(folder, tool);
    return new Source(repository, { targetRevision: revision, path: folder, name, ...toolToKube(tool) }, tool.helm);
  }

  /**
   * A repository whose files other sources of the Application use. Nothing of it is applied, unless a folder of it says that it is this ref
   * too: `Source.git({ repository, path, ref: values })`.
   */
  public static ref(ref: string, repository: GitRepository): RefSource {
    return new RefSource(ref, repository);
  }

  private constructor(
    /** The repository that it lies in. */
    public readonly repository: AnyRepository,
    private readonly wire: Omit<ApplicationSpecSource, 'repoURL'>,
    private readonly helm?: HelmOptions,
    private readonly folderBelowRoot?: () => string,
    /** The chart of this app that the source is, if it is one. */
    public readonly chart?: Chart,
    /** The ref source that it is too, if it is one. */
    public readonly ref?: RefSource,
  ) {}

  /** Folder below the root of the Git repository. Sources that are no folder in Git have none. */
  public get folder(): string | undefined {
    return this.folderBelowRoot?.();
  }

  /** The ref sources whose files it uses. @internal */
  public get _refs(): readonly RefOfFile[] {
    return helmFiles(this.helm ?? {}).filter((file): file is RefFile => file instanceof RefFile).map(({ source }) => source);
  }

  /** @internal */
  public _toKube(): ApplicationSpecSource {
    const { folder, repository } = this;
    const path = folder === undefined || repository.type !== 'git' ? {} : { path: repository.pathOf(folder) };
    return { repoURL: repository.url, ...this.wire, ...path };
  }
}

// One entry of the Application has one repository and one revision.
function refuseOtherFiles({ ref, repository }: RefSource, url: string, revision: string): void {
  if (repository.url === url && repository.revision === revision) return;
  throw new InputError(`the source is ${url} at ${revision}, and its ref ${JSON.stringify(ref)} is ${repository.url} at ${repository.revision}. ` +
    'make the ref of the same repository and revision, or put it among the sources by itself');
}

// Parameters of an ApplicationSet may stand anywhere, so only texts without them are certain.
function refuseFilesOutside(folder: string, { helm, kustomize }: Pick<SourceTool, 'helm' | 'kustomize'>): void {
  for (const file of helm ? helmFiles(helm) : []) {
    if (file instanceof RefFile || /^[a-z][a-z0-9+.-]*:\/\//i.test(file)) continue;
    if (file.startsWith('$') && !/^\$(ARGOCD_|\{)/.test(file)) {
      throw new InputError(`the file ${JSON.stringify(file)} belongs to a ref source. declare that with Source.ref, and pass its file(...)`);
    }
    if (!leadsOutOf(folder, file)) continue;
    const origin = folder === '.' ? '' : `, seen from ${folder},`;
    throw new InputError(`the file ${JSON.stringify(file)}${origin} leads out of the repository. give one in it, or a file of a ref source`);
  }
  for (const component of kustomize?.components ?? []) {
    if (leadsOutOf(folder, component)) throw new InputError(`the component ${JSON.stringify(component)} leads out of the repository. give a folder in it`);
  }
}
