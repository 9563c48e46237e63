import type { ApplicationSpecSourceHydrator } from '../../../imports/types/argo-cd/application';
import type { GitRepository } from '../../fleet/git-repository';
import { InputError } from '../../manifests/input-error';
import { helmFiles } from './helm';
import { RefFile } from './ref-file';
import { pathBelowRoot } from './repository-path';
import type { GitFolder } from './source-props';
import { type SourceTool, toolToKube } from './source-tool';

/** What the hydrator renders: a folder in Git at a revision, and at most one of `helm`, `kustomize`, `directory` and `plugin`. */
export type DrySource = Omit<GitFolder, 'name' | 'tagPrefix' | 'ref'> & SourceTool;

/** Where rendered manifests are kept, and taken from. */
export interface SyncSource {
  /** Branch that Argo CD applies: `environments/production`. */
  readonly targetBranch: string;
  /** Folder on the branch, from the top of the repository. The hydrator owns it; its top cannot be taken. */
  readonly path: string;
  /**
   * The repository of the branch.
   * @default - that of the dry source
   */
  readonly repository?: GitRepository;
}

/**
 * Renders the manifests ahead: Argo CD commits them to a branch, and applies what stands there, so that what changes in the cluster
 * can be read in Git. The hydrator and its commit server have to be switched on in Argo CD.
 *
 * @see pkg/apis/application/v1alpha1/types.go (SourceHydrator) in argoproj/argo-cd
 */
export interface SourceHydrator {
  /** What is rendered. */
  readonly drySource: DrySource;
  /** What is applied. */
  readonly syncSource: SyncSource;
  /**
   * Branch that is committed to, so that a pull request can take it to the branch that is applied: `environments/production-next`.
   * @default - the branch of `syncSource`
   */
  readonly hydrateTo?: { readonly targetBranch: string };
}

/** What Argo CD is told. */
export function hydratorToKube({ drySource, syncSource, hydrateTo }: SourceHydrator): ApplicationSpecSourceHydrator {
  const { repository, path, revision = repository.revision, ...tool } = drySource;
  const folder = pathBelowRoot(path, 'the path of the dry source', 'apps/web');
  const target = pathBelowRoot(syncSource.path, 'the path of the sync source', 'apps/web');
  if (target === '.') throw new InputError('the path of the sync source is the top of the branch, which Argo CD refuses. give a folder, such as apps/web');
  if (tool.helm && helmFiles(tool.helm).some((file) => file instanceof RefFile)) {
    throw new InputError('the dry source uses a file of a ref source, and the hydrator reads one repository. put the file into it');
  }
  for (const [what, branch] of [['syncSource', syncSource.targetBranch], ['hydrateTo', hydrateTo?.targetBranch]]) {
    if (branch?.trim() === '') throw new InputError(`the branch of ${what} is empty. name one, such as environments/production`);
  }
  return {
    drySource: { repoURL: repository.url, targetRevision: revision, path: repository.pathOf(folder), ...toolToKube(tool) },
    syncSource: { repoURL: syncSource.repository?.url, targetBranch: syncSource.targetBranch, path: target },
    hydrateTo: hydrateTo && { targetBranch: hydrateTo.targetBranch },
  };
}
