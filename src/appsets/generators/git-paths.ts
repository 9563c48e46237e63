import type { GitRepository } from '../../fleet/git-repository';
import { InputError } from '../../manifests/input-error';
import type { JsonObject } from '../../manifests/json';
import type { GeneratorOptions, GeneratorValues } from '../application-set-generator';
import { normalizedName } from '../normalized-name';
import { requeueSeconds, type RequeueOption } from '../requeue';

/** What both Git generators are told. */
export interface GitGeneratorProps<V extends string, X extends string> extends GeneratorOptions, GeneratorValues<V>, RequeueOption {
  /** The repository that is looked through, at its revision. Patterns begin at its root. */
  readonly repository: GitRepository;
  /**
   * Name that `path` stands below, for two Git generators in one matrix: with `app` it is `p.app.path`.
   * @default - none
   */
  readonly pathParamPrefix?: X;
}

/** The parameters `path`, below the prefix if there is one. */
export type PathShape<X extends string, Path> =
  [X] extends [never] ? { readonly path: Path } : { readonly [K in X]: { readonly path: Path } };

/** What Argo CD says about a folder. */
export interface FolderShape {
  /** The folder from the top of the repository. */
  readonly path: string;
  /** Its last part. */
  readonly basename: string;
  /** Its last part, made fit for a Kubernetes name. */
  readonly basenameNormalized: string;
  /** Its parts. */
  readonly segments: readonly string[];
}

/** The fields that both Git generators have. */
export function gitToKube(props: GitGeneratorProps<string, string>): {
  readonly repoURL: string; readonly revision: string; readonly pathParamPrefix?: string; readonly requeueAfterSeconds?: number;
} {
  const { repository, pathParamPrefix } = props;
  return { repoURL: repository.url, revision: repository.revision, pathParamPrefix, requeueAfterSeconds: requeueSeconds(props) };
}

/** The parameters of a folder. */
export function folderParameters(folder: string): JsonObject {
  const segments = folder.split('/');
  const basename = segments.at(-1)!;
  return { path: folder, basename, basenameNormalized: normalizedName(basename), segments };
}

/** The parameters below the prefix. */
export function prefixed(prefix: string | undefined, path: JsonObject): JsonObject {
  return prefix === undefined ? { path } : { [prefix]: { path } };
}

/** Patterns from the top of the repository. */
export function patternsFromTop(repository: GitRepository, patterns: readonly string[], what: string): string[] {
  return patterns.map((pattern) => {
    if (pattern === '' || pattern.startsWith('/') || pattern.split('/').includes('..')) {
      throw new InputError(`${what} has the pattern ${JSON.stringify(pattern)}. give one below the root of the repository, such as apps/*`);
    }
    return repository.pathOf(pattern);
  });
}
