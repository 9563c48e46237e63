import type { GitRepository } from '../fleet/git-repository';
import { InputError } from '../manifests/input-error';

/** The commit of code that YAML was made of. Only Git and CI know it, so a program is told. */
export interface DryCommitProps {
  /** The repository of the code. Its URL begins with `https://`, as pages link to it. */
  readonly repository: Pick<GitRepository, 'url'>;
  /** The whole hash of the commit: 40 or 64 hexadecimal digits. */
  readonly sha: string;
  /**
   * Who wrote it: `Ada <ada@example.com>`.
   * @default - not said
   */
  readonly author?: string;
  /**
   * When, as RFC 3339: `2026-03-01T12:00:00Z`.
   * @default - not said
   */
  readonly date?: string;
  /**
   * Its whole message: the subject, and after an empty line the rest.
   * @default - not said
   */
  readonly message?: string;
}

/** The name of the file at the top of a branch of YAML. */
export const HYDRATOR_METADATA = 'hydrator.metadata';

/**
 * Says which commit of code a branch of YAML was made of, as the file `hydrator.metadata` at the top of the output folder. GitOps
 * Promoter reads it to tell what it promotes from branch to branch. Argo CD's own hydrator writes the same file.
 *
 * @see util/hydrator/hydrator.go in argoproj/argo-cd
 */
export class DryCommit {
  /**
   * A commit, as CI names it.
   *
   * @throws InputError when GitOps Promoter would refuse it
   */
  public static of(props: DryCommitProps): DryCommit {
    const { repository: { url }, sha, date } = props;
    if (!/^https?:\/\//.test(url)) {
      throw new InputError(`the repository of the commit is ${JSON.stringify(url)}. give the address that begins with https://`);
    }
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha)) {
      throw new InputError(`the hash of the commit is ${JSON.stringify(sha)}. give all of its 40 or 64 hexadecimal digits: git rev-parse HEAD`);
    }
    if (date !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(date)) {
      throw new InputError(`the date of the commit is ${JSON.stringify(date)}. give it as git show --no-patch --format=%cI prints it, such as 2026-03-01T12:00:00Z`);
    }
    return new DryCommit(props);
  }

  private constructor(private readonly props: DryCommitProps) {}

  /** The content of the file. @internal */
  public _toFile(): string {
    const { repository, sha, author, date, message = '' } = this.props;
    const [subject = '', ...rest] = message.trim().split(/\n\s*\n/);
    const body = rest.join('\n\n');
    const said = { repoURL: repository.url, drySha: sha, author, date, subject: subject || undefined, body: body || undefined };
    return `${JSON.stringify(said, undefined, 2)}\n`;
  }
}
