import { InputError } from '../manifests/input-error';
import { refuseCredentials } from './repository-url';

/** What Argo CD needs to know of a Git repository. */
export interface GitRepositoryProps {
  /** URL as Argo CD knows the repository: `https://git.example.com/org/manifests.git`, or for SSH `git@git.example.com:org/manifests.git`. */
  readonly url: string;
  /** Branch, tag or commit that Argo CD follows: `main`. */
  readonly revision: string;
  /**
   * Folder of the repository that paths start from: for the YAML of this app, its output folder, such as `dist`.
   * @default '' - the top of the repository
   */
  readonly root?: string;
}

/** A Git repository that Argo CD reads. Said once, in code: nothing of it comes from the environment of a synth. */
export class GitRepository {
  /** What Argo CD calls this sort of repository. */
  public readonly type = 'git';
  /** URL as Argo CD knows it. */
  public readonly url: string;
  /** Branch, tag or commit. */
  public readonly revision: string;
  /** Folder that paths start from, `''` for the top of the repository. */
  public readonly root: string;

  /** @internal */
  public constructor(props: GitRepositoryProps) {
    // A generator of an ApplicationSet may say it: `{{ .url }}`.
    if (!/^((https?:\/\/|ssh:\/\/|[^\s/:@]+@[^\s/:@]+:)[^\s]+|\{\{.*\}\})$/.test(props.url)) {
      throw new InputError(`the url of the repository is ${JSON.stringify(props.url)}. give the URL that Argo CD clones, ` +
        'such as https://git.example.com/org/manifests.git');
    }
    refuseCredentials(props.url);
    if (props.revision.trim() === '') {
      throw new InputError('the revision of the repository is empty. name a branch, a tag or a commit, such as main');
    }
    const root = trimmed(props.root ?? '');
    if (root.split('/').includes('..')) {
      throw new InputError(`the root of the repository is ${JSON.stringify(props.root)}, which leads out of it. name a folder of it, such as dist`);
    }
    this.url = props.url;
    this.revision = props.revision;
    this.root = root;
  }

  /** The path, from the top of the repository, of a folder below the root. */
  public pathOf(folder: string): string {
    return this.root === '' ? folder : `${this.root}/${folder}`;
  }
}

function trimmed(root: string): string {
  const path = root.replace(/^\.?\/+|\/+$/g, '');
  return path === '.' ? '' : path;
}
