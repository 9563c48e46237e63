import type { AppProjectSpecSourceIntegrityGitPolicy } from '../../../imports/types/argo-cd/app-project';
import { InputError } from '../../manifests/input-error';
import { checkedGlob } from './pattern';

/** The repositories whose commits are verified. */
export interface SignedRepositories {
  /** Repositories, or globs of URLs. A repository that two policies fit is not synced at all. */
  readonly repositories: readonly [PermittedRepository, ...PermittedRepository[]];
  /**
   * Repositories among them that the policy is not about.
   * @default - none
   */
  readonly except?: readonly PermittedRepository[];
}

/** Whose signatures count. */
export interface SigningKeys extends SignedRepositories {
  /** Ids of GPG keys, in 16 or 40 hexadecimal digits. Argo CD has to have the keys themselves. */
  readonly keys: readonly [string, ...string[]];
}

/** A repository, or a glob of URLs in which `*` stops at slashes. */
export type PermittedRepository = string | { readonly url: string };

/**
 * Which commits Argo CD takes from a Git repository.
 *
 * @see util/sourceintegrity/source_integrity.go in argoproj/argo-cd
 */
export class SourceIntegrity {
  /** The commit that is synced, or its annotated tag, is signed with one of the keys. */
  public static signedHead(props: SigningKeys): SourceIntegrity {
    return new SourceIntegrity(props, 'head', props.keys);
  }

  /** Every commit of the history is signed with one of the keys, back to where the policy says that it starts. */
  public static signedHistory(props: SigningKeys): SourceIntegrity {
    return new SourceIntegrity(props, 'strict', props.keys);
  }

  /** Nothing is verified: for repositories beside those of a policy. */
  public static unsigned(props: SignedRepositories): SourceIntegrity {
    return new SourceIntegrity(props, 'none', []);
  }

  private readonly wire: AppProjectSpecSourceIntegrityGitPolicy;

  private constructor({ repositories, except = [] }: SignedRepositories, mode: 'head' | 'strict' | 'none', keys: readonly string[]) {
    refuseKeys(keys);
    const globs = repositories.map((one) => checkedGlob(repositoryUrl(one), 'a repository of the source integrity'));
    const excepted = except.map((one) => `!${checkedGlob(repositoryUrl(one), 'an excepted repository of the source integrity')}`);
    this.wire = { repos: [...globs, ...excepted].map((url) => ({ url })), gpg: { mode, keys } };
  }

  /** @internal */
  public _toKube(): AppProjectSpecSourceIntegrityGitPolicy {
    return this.wire;
  }
}

/** The URL or the glob. */
export function repositoryUrl(repository: PermittedRepository): string {
  return typeof repository === 'string' ? repository : repository.url;
}

/** Refuses what is no id of a GPG key. */
export function refuseKeys(keys: readonly string[]): void {
  const wrong = keys.find((key) => !/^([0-9a-f]{16}|[0-9a-f]{40})$/i.test(key));
  if (wrong !== undefined) throw new InputError(`the key ${JSON.stringify(wrong)} is no id of a GPG key. give 16 or 40 hexadecimal digits`);
}
