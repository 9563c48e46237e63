import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
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
  const paths = pathsOf(scope, generators, template);
  return Rendering.current(scope).charts.filter((chart) =>
    paths.some(({ source, path }) => source.chart === chart || (source.repository as GitRepository).pathOf(folderOf(chart)) === path));
}

/** Whether all that the Applications of the template deliver is what this app writes for its charts, wherever their paths lead. */
export function deliversChartsAlone(
  scope: IConstruct, generators: readonly ApplicationSetGenerator[], template: ApplicationTemplate,
): boolean {
  const { charts } = Rendering.current(scope);
  const sources = generators.flatMap((generator) => (generator.template?.source ? [generator.template.source] : sourcesOf(template)));
  const paths = everyPathOf(scope, generators, template);
  return sources.length > 0 && (template.sources ?? []).every((source) => source instanceof Source) && sources.every((source) => {
    const { chart: own, repository } = source;
    // Another repository may have folders of the same names.
    if (own) return isOneOf([own], source);
    if (repository.type !== 'git' || !isOwn(scope, repository)) return false;
    const known = paths.filter((one) => one.source === source)
      .map(({ path }) => charts.filter((chart) => repository.pathOf(folderOf(chart)) === path));
    return known.every((found) => found.length > 0) && isOneOf(known.flat(), source);
  });
}

/** What speaks against the folders that the generators and the template name, each in words. */
export function unwrittenFolders(
  scope: IConstruct, generators: readonly ApplicationSetGenerator[], template: ApplicationTemplate,
): string[] {
  const problems = generators.flatMap((generator) => generator._problems(facts(scope)));
  if (problems.length > 0) return problems;
  const { charts } = Rendering.current(scope);
  const paths = pathsOf(scope, generators, template).filter(({ source }) => source.chart === undefined);
  const unwritten = new Set<string>();
  for (const { source, path } of paths) {
    const repository = source.repository as GitRepository;
    const written = new Set(charts.map((chart) => repository.pathOf(folderOf(chart))));
    // A repository of somebody else's has folders that this app cannot know.
    const isOurs = isOwn(scope, repository) || paths.some((other) => other.source === source && written.has(other.path));
    if (isOurs && !written.has(path)) unwritten.add(belowRoot(repository, path));
  }
  return [...unwritten].map((folder) =>
    `the template makes Applications of the folder ${JSON.stringify(folder)}, which no chart of this app is written to. ` +
    `the folders are: ${charts.map(folderOf).sort().join(', ')}`);
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
    const sources = generator.template?.source ? [generator.template.source] : sourcesOf(template);
    const sets = setsOf(generator, known);
    return sources.flatMap((source) => {
      const path = pathFromTop(source, roots);
      return path === undefined ? [] : sets.map(({ parameters }) => ({ source, path: fill(path, parameters) }));
    });
  });
}

function facts(scope: IConstruct): SetFacts {
  return { ...factsAtFirst(scope), filesIn: (repository) => isOwn(scope, repository) ? filesIn(scope, repository) : undefined };
}

function isOwn(scope: IConstruct, repository: GitRepository): boolean {
  return isWrittenTo(scope, repository, () => new Set(Rendering.current(scope).charts.map(folderOf)));
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
