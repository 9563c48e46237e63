import type { ImageUpdaterSpecWriteBackConfig } from '../../../imports/types/argocd-image-updater/image-updater';
import { InputError } from '../../manifests/input-error';
import type { WriteBackTarget } from './write-back-target';

/** What is common to commits and to pull requests. */
export interface GitWriteBackBase {
  /**
   * The file that is written.
   * @default - a file `.argocd-source-<application>.yaml` beside the source, which only Argo CD reads
   */
  readonly target?: WriteBackTarget;
  /**
   * A Secret with the login, in the namespace of the ImageUpdater: `username` and `password`, `sshPrivateKey`, or the fields of a GitHub
   * App.
   * @default - the login of the repository in Argo CD
   */
  readonly credentialsSecret?: string;
  /**
   * URL of the repository.
   * @default - that of the Application's source
   */
  readonly repository?: string;
}

/** New versions are committed. */
export interface GitWriteBackProps extends GitWriteBackBase {
  /**
   * The branch that is written to.
   * @default - the revision of the Application's source
   */
  readonly branch?: string;
  /**
   * Another branch that commits go to, made from `branch`: `image-updater-{{.SHA256}}`. Somebody has to merge it.
   * @default - they go to `branch`
   */
  readonly writeBranch?: string;
  /** None is opened; `PullRequestWriteBackProps` opens one. */
  readonly pullRequest?: undefined;
}

/** New versions are proposed. */
export interface PullRequestWriteBackProps extends GitWriteBackBase {
  /** The branch that requests are to be merged into. */
  readonly branch: string;
  /** Whose requests they are. */
  readonly pullRequest: 'github' | 'gitlab';
  /** The Image Updater makes the branch of a pull request itself. */
  readonly writeBranch?: undefined;
}

/** What becomes of a new version. */
export class WriteBack {
  /**
   * It is written into the Application in the cluster, and nowhere else: for Applications made by hand. One that an ApplicationSet makes
   * loses it at once, one that is applied from Git when it is made anew, or when Git says something of the same images.
   */
  public static argoCd(): WriteBack {
    return new WriteBack({ method: 'argocd' });
  }

  /**
   * It is committed to Git, or proposed there. A file that a synth writes is no `target`, as the next synth writes it again: without a
   * target the version stands beside it.
   */
  public static git(props: GitWriteBackProps | PullRequestWriteBackProps = {}): WriteBack {
    const { branch, writeBranch, target, repository, credentialsSecret: secret, pullRequest } = props;
    const colon = [branch, writeBranch].find((name) => name?.includes(':'));
    if (colon !== undefined) throw new InputError(`a branch is named ${JSON.stringify(colon)}. name the branch that is written to in writeBranch`);
    if (secret !== undefined && !/^[a-z0-9]([-.a-z0-9]*[a-z0-9])?$/.test(secret)) {
      throw new InputError('credentialsSecret is no name of a Secret. name the one in the namespace of the ImageUpdater, never the login');
    }
    return new WriteBack({
      method: secret === undefined ? 'git' : `git:secret:${secret}`,
      gitConfig: {
        repository,
        branch: writeBranch === undefined ? branch : `${branch ?? ''}:${writeBranch}`,
        writeBackTarget: target?.text,
        pullRequest: pullRequest && { [pullRequest]: {} },
      },
    });
  }

  private constructor(private readonly wire: ImageUpdaterSpecWriteBackConfig) {}

  /** @internal */
  public _toKube(): ImageUpdaterSpecWriteBackConfig {
    const { method, gitConfig } = this.wire;
    const said = gitConfig && Object.values(gitConfig).some((value) => value !== undefined);
    return said ? { method, gitConfig } : { method };
  }
}
