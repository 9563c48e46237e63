import { Source } from './source';
import { RefSource } from './sources/ref-source';
import type { SourceHydrator } from './sources/source-hydrator';

/** Where the manifests come from: one source, several that are applied together, or what the hydrator renders ahead. */
export type SourceChoice = OneSource | SeveralSources | HydratedSource | OneOfThem;

/** What the compiler names when none of the three is said, or several are. No value has this type. */
export interface OneOfThem {
  /** What the compiler reports. No value fits it. */
  readonly 'say one of source, sources and sourceHydrator': never;
  /** One source, in `spec.source`. */
  readonly source?: Source;
  /** Several sources, in `spec.sources`. */
  readonly sources?: SeveralSources['sources'];
  /** What the hydrator renders ahead, in `spec.sourceHydrator`. */
  readonly sourceHydrator?: SourceHydrator;
}

/** What is not said beside another one of the three. No value has this type. */
export type SaidOnce<T> = T & OneOfThem;

/** Manifests of one source. */
export interface OneSource {
  /** The source, in `spec.source` of the Application. */
  readonly source: Source;
  /** Not beside `source`. */
  readonly sources?: SaidOnce<SeveralSources['sources']>;
  /** Not beside `source`. */
  readonly sourceHydrator?: SaidOnce<SourceHydrator>;
}

/** Manifests of several sources, applied together; some may use files of others. */
export interface SeveralSources {
  /** The last one wins where two have the same object. */
  readonly sources: readonly [Source | RefSource, ...(Source | RefSource)[]];
  /** Not said beside `sources`. */
  readonly source?: SaidOnce<Source>;
  /** Not said beside `sources`. */
  readonly sourceHydrator?: SaidOnce<SourceHydrator>;
}

/** Manifests that are rendered ahead and committed. */
export interface HydratedSource {
  /** What is rendered, and the branch that it is committed to: `spec.sourceHydrator` of the Application. */
  readonly sourceHydrator: SourceHydrator;
  /** Not beside `sourceHydrator`. */
  readonly source?: SaidOnce<Source>;
  /** Not beside `sourceHydrator`. */
  readonly sources?: SaidOnce<SeveralSources['sources']>;
}

/** The sources that bring manifests: refs do not. */
export function sourcesOf(choice: SourceChoice): readonly Source[] {
  return allOf(choice).filter((one) => one instanceof Source);
}

function allOf({ source, sources }: SourceChoice): readonly (Source | RefSource)[] {
  return source ? [source] : sources ?? [];
}

/** What is wrong with the sources together, if anything is. */
export function sourcesProblem(choice: SourceChoice): string | undefined {
  // Programs without types have only this.
  const said = [choice.source, choice.sources, choice.sourceHydrator].filter((one) => one !== undefined).length;
  if (said > 1) return 'the manifests come from several places at once, and Argo CD would pass over all but one. say one of source, sources and sourceHydrator';
  if (choice.source?.ref) {
    return `the source is the ref ${JSON.stringify(choice.source.ref.ref)} too, and Argo CD looks for refs among several sources only. say it as one of sources`;
  }
  const refs = allOf(choice).flatMap((one) => (one instanceof RefSource ? one : one.ref ?? []));
  return repeated(refs.map(({ ref }) => ref), 'ref sources')
    ?? repeated(allOf(choice).flatMap((one) => one._toKube().name ?? []), 'sources')
    ?? sourcesOf(choice).map((source) => missingRef(source, refs) ?? mixedRevisions(source)).find((problem) => problem !== undefined)
    ?? (choice.sources && sourcesOf(choice).length === 0 ? 'all sources are refs, so nothing is deployed. add the source that uses their files' : undefined);
}

function repeated(names: readonly string[], what: string): string | undefined {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  return twice === undefined ? undefined : `two ${what} are named ${JSON.stringify(twice)}. give each a name of its own`;
}

function missingRef(source: Source, refs: readonly RefSource[]): string | undefined {
  const missing = source._refs.find((used) => !refs.some((ref) => ref === used));
  return missing && `a source uses a file of the ref source ${JSON.stringify(missing.ref)}, which is not among the sources of the Application. ` +
    'pass both: sources: [Source.helmChart(...), values]';
}

function mixedRevisions(source: Source): string | undefined {
  const { repoURL, chart, targetRevision: own = 'HEAD' } = source._toKube();
  // HEAD may be the commit of any branch, and a parameter anything.
  const clash = chart === undefined ? source._refs.find(({ repository: { url, revision } }) =>
    url === repoURL && revision !== own && ![own, revision].some((one) => one === 'HEAD' || one.includes('{{'))) : undefined;
  if (clash) {
    return `a source is ${repoURL} at ${own}, and uses a file of the same repository at ${clash.repository.revision}, ` +
      'and Argo CD checks a repository out once. use one revision';
  }
  for (const [i, one] of source._refs.entries()) {
    const other = source._refs.slice(0, i).find(({ repository }) =>
      repository.url === one.repository.url && repository.revision !== one.repository.revision);
    if (other) {
      return `a source uses files of ${one.repository.url} at two revisions, ${other.repository.revision} and ${one.repository.revision}, ` +
        'and Argo CD checks a repository out once. use one revision';
    }
  }
  return undefined;
}
