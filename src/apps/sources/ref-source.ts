import type { ApplicationSpecSource } from '../../../imports/types/argo-cd/application';
import type { GitRepository } from '../../fleet/git-repository';
import { InputError } from '../../manifests/input-error';
import { RefFile } from './ref-file';
import { pathBelowRoot } from './repository-path';

/**
 * A repository whose files the other sources of an Application use. Argo CD knows it by a name. Nothing of it is applied, unless a
 * `Source.git` has it as its `ref`.
 *
 * @see util/argo/argo.go (GetRefSources) in argoproj/argo-cd
 */
export class RefSource {
  /** @internal */
  public constructor(
    /** The name that files of it are found by. */
    public readonly ref: string,
    /** The repository that the files lie in. */
    public readonly repository: GitRepository,
  ) {
    if (!/^[a-zA-Z0-9_-]+$/.test(ref)) {
      throw new InputError(`the name of the ref source is ${JSON.stringify(ref)}. use letters, digits, - and _ only, such as "values"`);
    }
  }

  /** A file below the root of the repository, for the `valueFiles` or `fileParameters` of a Helm source. */
  public file(path: string): RefFile {
    return new RefFile(this, pathBelowRoot(path, 'the path of the file', 'envs/production.yaml'));
  }

  /** @internal */
  public _toKube(): ApplicationSpecSource {
    return { repoURL: this.repository.url, targetRevision: this.repository.revision, ref: this.ref };
  }
}
