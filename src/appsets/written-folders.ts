import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { chartsByFolder } from '../app/charts-by-folder';
import { indexFileOf, manifestFilesOf } from '../app/manifest-files';
import { folderOf } from '../app/units';
import { isOneOf } from '../apps/generate-paths';
import { Source } from '../apps/source';
import { sourcesOf } from '../apps/source-choice';
import { fleetOf } from '../fleet/declared-fleet';
import type { GitRepository } from '../fleet/git-repository';
import { isWrittenTo } from '../fleet/written-repositories';
import { filesOf } from '../render/extra-files';
import { Rendering } from '../render/rendering';
import type { ApplicationSetGenerator } from './application-set-generator';
import type { ApplicationTemplate } from './application-template';
import { fill, isTemplated } from './fill';
import { type KnownSet, maySelect, type SetFacts } from './known-set';
import { overrideSources } from './template-override';
import { pathFromTop } from './template-paths';

/** What is known while constructs are made: the clusters, and not yet what the app will write. */
export function factsAtFirst(scope: IConstruct): SetFacts {
  return { clusters: fleetOf(scope)?._facts(), filesIn: () => undefined };
}

/** What is known of the sets of parameters that a generator yields. */
export function setsOf(generator: ApplicationSetGenerator, facts: SetFacts): readonly KnownSet[] {
  return generator._sets(facts).filter((set) => maySelect(generator.selector, set));
}

/** The charts of the app that the template makes Applications of, as far as that is known. */
export function chartsOfTemplate(
  scope: IConstruct, generators: readonly ApplicationSetGenerator[], template: ApplicationTemplate,
): readonly Chart[] {
  const byFolder = chartsByFolder(scope);
  const delivered = new Set(pathsOf(scope, generators, template).flatMap(({ source, path }) =>
    [...(source.chart ? [source.chart] : []), ...chartsAt(byFolder, source, path)]));
  return Rendering.current(scope).charts.filter((chart) => delivered.has(chart));
}

/** Whether all that the Applications of the template deliver is what this app writes for its charts, wherever their paths lead. */
export function deliversChartsAlone(
  scope: IConstruct, generators: readonly ApplicationSetGenerator[], template: ApplicationTemplate,
): boolean {
  const byFolder = chartsByFolder(scope);
  const sources = generators.flatMap((generator) => sourcesFor(generator, template));
  const paths = everyPathOf(scope, generators, template);
  return sources.length > 0 && (template.sources ?? []).every((source) => source instanceof Source) && sources.every((source) => {
    const { chart: own, repository } = source;
    // Another repository may have folders of the same names.
    if (own) return isOneOf([own], source);
    if (repository.type !== 'git' || !isOwn(scope, repository)) return false;
    const known = paths.filter((one) => one.source === source).map(({ path }) => chartsAt(byFolder, source, path));
    return known.every((found) => found.length > 0) && isOneOf(known.flat(), source);
  });
}

/** What speaks against the folders that the generators and the template name, each in words. */
export function unwrittenFolders(
  scope: IConstruct, generators: readonly ApplicationSetGenerator[], template: ApplicationTemplate,
): string[] {
  const problems = generators.flatMap((generator) => generator._problems(facts(scope)));
  if (problems.length > 0) return problems;
  const byFolder = chartsByFolder(scope);
  const paths = pathsOf(scope, generators, template).filter(({ source }) => source.chart === undefined);
  const isWritten = ({ source, path }: KnownPath): boolean => chartsAt(byFolder, source, path).length > 0;
  const found = new Set(paths.filter(isWritten).map(({ source }) => source));
  // A repository of somebody else's has folders that this app cannot know.
  const isOurs = ({ source }: KnownPath): boolean => found.has(source) || isOwn(scope, source.repository as GitRepository);
  const missed = paths.filter((path) => !isWritten(path) && isOurs(path));
  const unwritten = new Set(missed.map(({ source, path }) => belowRoot(source.repository as GitRepository, path)));
  return [...unwritten].map((folder) =>
    `the template makes Applications of the folder ${JSON.stringify(folder)}, which no chart of this app is written to. ` +
    `the folders are: ${[...byFolder.keys()].sort().join(', ')}`);
}

/** The charts that are written to a path of a source. */
function chartsAt(byFolder: ReadonlyMap<string, readonly Chart[]>, { repository }: Source, path: string): readonly Chart[] {
  const folder = belowRoot(repository as GitRepository, path);
  return (repository as GitRepository).pathOf(folder) === path ? byFolder.get(folder) ?? [] : [];
}

interface KnownPath {
  readonly source: Source;
  /** From the top of the repository. */
  readonly path: string;
}

// Folders in Git without anything in them that only Argo CD knows.
function pathsOf(scope: IConstruct, generators: readonly ApplicationSetGenerator[], template: ApplicationTemplate): KnownPath[] {
  const paths = everyPathOf(scope, generators, template);
  const different = new Map(paths.filter(({ path }) => !isTemplated(path)).map((known) => [`${known.source.repository.url}\n${known.path}`, known]));
  return [...different.values()];
}

function everyPathOf(scope: IConstruct, generators: readonly ApplicationSetGenerator[], template: ApplicationTemplate): KnownPath[] {
  const roots = generators.flatMap((generator) => generator._repositories).map(({ root }) => root);
  const known = facts(scope);
  return generators.flatMap((generator) => {
    const sources = sourcesFor(generator, template);
    const sets = setsOf(generator, known);
    return sources.flatMap((source) => {
      const path = pathFromTop(source, roots);
      return path === undefined ? [] : sets.map(({ parameters }) => ({ source, path: fill(path, parameters) }));
    });
  });
}

function sourcesFor({ template: override = {} }: ApplicationSetGenerator, template: ApplicationTemplate): readonly Source[] {
  const own = overrideSources(override);
  return own.length > 0 ? own : sourcesOf(template);
}

function facts(scope: IConstruct): SetFacts {
  return { ...factsAtFirst(scope), filesIn: (repository) => isOwn(scope, repository) ? filesIn(scope, repository) : undefined };
}

function isOwn(scope: IConstruct, repository: GitRepository): boolean {
  return isWrittenTo(scope, repository, () => new Set(chartsByFolder(scope).keys()));
}

function filesIn(scope: IConstruct, repository: GitRepository): string[] {
  const rendering = Rendering.current(scope);
  const { charts, constructs } = rendering;
  const manifests = charts.flatMap(manifestFilesOf);
  const beside = constructs.flatMap((construct) => filesOf(construct).map(({ path }) => `${folderOf(Chart.of(construct))}/${path}`));
  const indexed = charts.flatMap((chart) => indexFileOf(chart, rendering.objectsOf(chart))?.path ?? []);
  return [...manifests, ...beside, ...indexed].map((file) => repository.pathOf(file));
}

function belowRoot(repository: GitRepository, path: string): string {
  return repository.root !== '' && path.startsWith(`${repository.root}/`) ? path.slice(repository.root.length + 1) : path;
}
