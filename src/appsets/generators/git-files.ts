import type { ApplicationSetSpecGenerator } from '../../../imports/types/argo-cd/application-set';
import type { GitRepository } from '../../fleet/git-repository';
import { matchesGlob } from '../../languages/globs';
import { InputError } from '../../manifests/input-error';
import { isJsonObject, type JsonObject } from '../../manifests/json';
import { ApplicationSetGenerator } from '../application-set-generator';
import { fillAll, fill, isTemplated } from '../fill';
import type { KnownSet, SetFacts } from '../known-set';
import type { ParameterValue, ShapeOf } from '../parameters';
import { type FolderShape, folderParameters, type GitGeneratorProps, gitToKube, type PathShape, patternsFromTop, prefixed } from './git-paths';
import { cureForMissingFiles } from './missing-files';

/** Which files of a repository a generator takes. */
export interface GitFilesProps<C = Readonly<Record<string, ParameterValue>>, V extends string = string, X extends string = string>
  extends GitGeneratorProps<V, X> {
  /** Patterns of files, where `*` crosses folders too: `clusters/*.yaml`. */
  readonly files: readonly [string, ...string[]];
  /**
   * Patterns of files that are left out, whatever else matches.
   * @default - none
   */
  readonly exclude?: readonly string[];
  /**
   * The content of one of them, as an example. What is in it becomes a parameter, so every file has to have it; Argo CD makes nothing at
   * all when one lacks what the template uses. Write numbers from a million on as texts: Argo CD would fill in `1e+06`.
   */
  readonly content: C;
}

/** What Argo CD says about a file: the folder that it is in, and its name. */
export interface FileShape extends FolderShape {
  /** Its name: `config.yaml`. */
  readonly filename: string;
  /** Its name, made fit for a Kubernetes name. */
  readonly filenameNormalized: string;
}

/** What a template knows of a file. */
export type GitFilesShape<C, V extends string, X extends string> =
  ShapeOf<C> & PathShape<X, FileShape> & { readonly values: Readonly<Record<V, string>> };

/** Makes one Application for each file, or for each element of a list in it, with what stands in the file as parameters. */
export class GitFilesGenerator<C, V extends string, X extends string> extends ApplicationSetGenerator<GitFilesShape<C, V, X>> {
  private readonly patterns: readonly string[];
  private readonly excluded: readonly string[];

  /** @internal */
  public constructor(private readonly props: GitFilesProps) {
    super(props);
    this.patterns = patternsFromTop(props.repository, props.files, 'files');
    this.excluded = patternsFromTop(props.repository, props.exclude ?? [], 'exclude');
    if (Object.hasOwn(props.content, 'path') && props.pathParamPrefix === undefined) {
      throw new InputError('the files have the key path, which would be lost: Argo CD says there where the file is. pass pathParamPrefix, or rename the key');
    }
  }

  /** @internal */
  public _examples(): readonly JsonObject[] {
    const path = { ...folderParameters(''), filename: '', filenameNormalized: '' };
    return [{ ...this.props.content, ...prefixed(this.props.pathParamPrefix, path), ...(this.valuesToKube && { values: this.values }) }];
  }

  /** @internal */
  public _sets({ given = {} }: SetFacts): readonly KnownSet[] {
    const { pathParamPrefix: prefix, content } = this.props;
    // Two files may say the same, but nobody writes two files for that.
    const toldApartBy = [prefix === undefined ? 'path' : `${prefix}.path`, ...Object.keys(content)] as const;
    const parameters = this.valuesToKube ? { values: fillAll(this.values, given) } : {};
    return [{ parameters, open: [{ one: 'file', many: 'files', toldApartBy }] }];
  }

  /** @internal */
  public override _problems({ filesIn, given = {} }: SetFacts): readonly string[] {
    const files = filesIn(this.props.repository);
    const patterns = this.patterns.map((pattern) => fill(pattern, given));
    if (!files || patterns.some(isTemplated) || files.some((file) => patterns.some((pattern) => matches(pattern, file)))) return [];
    return [`the generator takes the files ${patterns.join(', ')}, and this app writes no such file into ${this.props.repository.url}. ${
      cureForMissingFiles(patterns, files)}`];
  }

  /** @internal */
  public override get _repositories(): readonly GitRepository[] {
    return [this.props.repository];
  }

  /** @internal */
  public override get _hasLooseValues(): boolean {
    return this.valuesToKube === undefined && isJsonObject(this.props.content.values);
  }

  /** @internal */
  public _toKube(): ApplicationSetSpecGenerator {
    const files = [...this.patterns.map((path) => ({ path })), ...this.excluded.map((path) => ({ path, exclude: true }))];
    return { git: { ...gitToKube(this.props), files, values: this.valuesToKube } };
  }
}

// Git takes a folder for everything in it.
function matches(pattern: string, file: string): boolean {
  return matchesGlob(pattern, file) || matchesGlob(`${pattern}/**`, file);
}
