import type { ApplicationSetSpecGenerator } from '../../../imports/types/argo-cd/application-set';
import type { GitRepository } from '../../fleet/git-repository';
import { matchesPathPattern, pathPatternProblem } from '../../languages/globs';
import { InputError } from '../../manifests/input-error';
import type { JsonObject } from '../../manifests/json';
import { ApplicationSetGenerator } from '../application-set-generator';
import { fill, fillAll, isTemplated } from '../fill';
import type { KnownSet, Multitude, SetFacts } from '../known-set';
import { type FolderShape, folderParameters, type GitGeneratorProps, gitToKube, type PathShape, patternsFromTop, prefixed } from './git-paths';

/** Which folders of a repository a generator takes. */
export interface GitDirectoriesProps<V extends string = string, X extends string = string> extends GitGeneratorProps<V, X> {
  /** Patterns of folders, where `*` stands for one part: `apps/*`. */
  readonly directories: readonly [string, ...string[]];
  /**
   * Patterns of folders that are left out, whatever else matches.
   * @default - none
   */
  readonly exclude?: readonly string[];
}

/** What a template knows of a folder. */
export type GitDirectoriesShape<V extends string, X extends string> =
  PathShape<X, FolderShape> & { readonly values: Readonly<Record<V, string>> };

/** Makes one Application for each folder of a repository that a pattern matches. Folders that begin with a dot are none. */
export class GitDirectoriesGenerator<V extends string, X extends string> extends ApplicationSetGenerator<GitDirectoriesShape<V, X>> {
  private readonly patterns: readonly string[];
  private readonly excluded: readonly string[];

  /** @internal */
  public constructor(private readonly props: GitDirectoriesProps) {
    super(props);
    this.patterns = patternsFromTop(props.repository, props.directories, 'directories');
    this.excluded = patternsFromTop(props.repository, props.exclude ?? [], 'exclude');
    for (const pattern of [...this.patterns, ...this.excluded]) {
      const problem = pathPatternProblem(pattern);
      if (problem !== undefined) throw new InputError(`the pattern ${JSON.stringify(pattern)} has ${problem}, and Argo CD would skip it. mend it`);
      if (pattern.includes('**')) {
        throw new InputError(`the pattern ${JSON.stringify(pattern)} has **, which is the same as * for directories: it never crosses a /. ` +
          'write one pattern a level, such as apps/* and apps/*/*');
      }
    }
  }

  /** @internal */
  public _examples(): readonly JsonObject[] {
    return [{ ...prefixed(this.props.pathParamPrefix, folderParameters('')), values: this.values }];
  }

  /** @internal */
  public _sets(facts: SetFacts): readonly KnownSet[] {
    const { given = {} } = facts;
    const folders = this.foldersIn(facts);
    if (!folders) {
      const { pathParamPrefix: prefix } = this.props;
      const toldApartBy = prefix === undefined ? FOLDERS.toldApartBy : [`${prefix}.path.basename`, `${prefix}.path`] as const;
      return [{ parameters: { values: fillAll(this.values, given) }, open: [{ ...FOLDERS, toldApartBy }] }];
    }
    return folders.map((folder) => {
      const parameters = prefixed(this.props.pathParamPrefix, folderParameters(folder));
      return { parameters: { ...parameters, values: fillAll(fillAll(this.values, given), parameters) }, open: [] };
    });
  }

  /** @internal */
  public override _problems(facts: SetFacts): readonly string[] {
    if (this.foldersIn(facts)?.length !== 0) return [];
    return [`the generator takes the folders ${this.patterns.join(', ')}, and this app writes no such folder into ${this.props.repository.url}. ` +
      `the folders are: ${foldersOf(facts.filesIn(this.props.repository)!).sort().join(', ')}`];
  }

  /** @internal */
  public override get _repositories(): readonly GitRepository[] {
    return [this.props.repository];
  }

  /** @internal */
  public _toKube(): ApplicationSetSpecGenerator {
    const directories = [...this.patterns.map((path) => ({ path })), ...this.excluded.map((path) => ({ path, exclude: true }))];
    return { git: { ...gitToKube(this.props), directories, values: this.valuesToKube } };
  }

  // The folders that match, undefined when only Argo CD knows them.
  private foldersIn({ filesIn, given = {} }: SetFacts): readonly string[] | undefined {
    const files = filesIn(this.props.repository);
    const [patterns, excluded] = [this.patterns, this.excluded].map((all) => all.map((pattern) => fill(pattern, given)));
    if (!files || [...patterns!, ...excluded!].some(isTemplated)) return undefined;
    const isIn = (all: readonly string[], folder: string): boolean => all.some((pattern) => matchesPathPattern(pattern, folder));
    return foldersOf(files).filter((folder) => isIn(patterns!, folder) && !isIn(excluded!, folder));
  }
}

const FOLDERS: Multitude = { one: 'folder', many: 'folders', toldApartBy: ['path.basename', 'path'] };

function foldersOf(files: readonly string[]): string[] {
  const folders = files.flatMap((file) => {
    const parts = file.split('/').slice(0, -1);
    return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
  });
  return [...new Set(folders)].filter((folder) => !folder.split('/').some((part) => part.startsWith('.'))).sort();
}
