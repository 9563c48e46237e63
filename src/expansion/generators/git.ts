import { matchesPathPattern } from '../../languages/globs';
import { printed } from '../../languages/go-templates/format';
import { fromJson, GoMap, type GoValue, isList, Unknown } from '../../languages/go-templates/values';
import { readYaml } from '../../languages/yaml-text';
import { sameRepository } from '../../manifests/git-url';
import type { GeneratorContext } from '../context';
import type { Definition } from '../definition';
import { ExpansionError } from '../expansion-error';
import type { KnownRepository } from '../facts';
import { withGeneratorValues } from '../generator-values';
import { type Generated, type ParameterSet, parameters } from '../parameter-set';
import { pathParameters } from './git-paths';
import { requestedFiles } from './requested-files';

/** One set for each folder, or each file, that a pattern fits. @see applicationset/generators/git.go in argoproj/argo-cd */
export function gitSets(definition: Definition, context: GeneratorContext): Generated {
  const directories = definition.at('directories');
  const files = definition.at('files');
  if (directories.items.length > 0) return directorySets(definition, directories, context);
  if (files.items.length > 0) return fileSets(definition, files, context);
  throw new ExpansionError(definition.pointer, 'the git generator has neither directories nor files', 'shape');
}

function directorySets(definition: Definition, patterns: Definition, context: GeneratorContext): Generated {
  const { goTemplate } = context.renderer;
  const repository = repositoryOf(definition, context, patterns);
  if (!repository) return unknownFolders(definition, patterns, context);
  const sets = foldersAbove(repository.folders).filter((folder) => isRequested(folder, patterns)).map((folder): ParameterSet => {
    const { values } = pathParameters(folder, undefined, definition, goTemplate);
    return withGeneratorValues({ values: parameters(values), count: 'one' }, definition.at('values'), context.renderer);
  });
  // Beside what is written at the top of a repository there are other folders.
  return { sets, unknown: repository.root === '' ? 'which other folders the repository has' : undefined };
}

function fileSets(definition: Definition, patterns: Definition, context: GeneratorContext): Generated {
  const repository = repositoryOf(definition, context, patterns);
  const files = repository?.files ? requestedFiles([...repository.files.keys()], patterns) : undefined;
  const contents = files?.map((file) => [file, repository!.files!.get(file)] as const);
  // At the top of a repository there are files of others, and nothing speaks for it that ours are all that is meant.
  if (!contents?.every((one): one is [string, string] => one[1] !== undefined) || (contents.length === 0 && repository!.root === '')) {
    return unknownSet(definition, context, 'which files the repository has', 'what stands in the files');
  }
  return {
    sets: contents.flatMap(([file, content]) => setsOfFile(file, content, definition, context)),
    unknown: repository!.root === '' ? 'which other files the repository has' : undefined,
  };
}

function setsOfFile(path: string, content: string, definition: Definition, context: GeneratorContext): ParameterSet[] {
  const { goTemplate } = context.renderer;
  const reading = readYaml(content);
  const value = fromJson(reading.value);
  const objects = value === undefined || value === null ? [parameters({})] : isList(value) ? value : [value];
  if (reading.problem !== undefined || !objects.every((one) => one instanceof GoMap)) {
    throw new ExpansionError(definition.at('files').pointer, `the file ${path} holds neither a map nor a list of maps`);
  }
  const slash = path.lastIndexOf('/');
  const { values } = pathParameters(slash < 0 ? '.' : path.slice(0, slash), path.slice(slash + 1), definition, goTemplate);
  return objects.map((object) => {
    const own = goTemplate ? Object.fromEntries(object.entries) : flattenedTexts(object);
    return withGeneratorValues({ values: parameters({ ...own, ...values }), count: 'one' }, definition.at('values'), context.renderer);
  });
}

function flattenedTexts(map: GoMap): Readonly<Record<string, GoValue>> {
  const found: Record<string, GoValue> = {};
  const walk = (value: GoValue, path: string): void => {
    if (value instanceof GoMap && value.entries.size > 0) for (const [key, item] of value.entries) walk(item, path === '' ? key : `${path}.${key}`);
    else if (isList(value) && value.length > 0) value.forEach((item, i) => walk(item, `${path}.${i}`));
    else if (path !== '') found[path] = printed(value);
  };
  walk(map, '');
  return found;
}

function unknownSet(definition: Definition, context: GeneratorContext, what: string, content: string | undefined): Generated {
  const file = content === undefined ? undefined : new Unknown(what);
  const { values, others } = pathParameters(new Unknown(what), file, definition, context.renderer.goTemplate);
  const set: ParameterSet = { values: parameters(values, content === undefined ? others : new Unknown(content)), count: 'any' };
  return { sets: [withGeneratorValues(set, definition.at('values'), context.renderer)], unknown: what };
}

/** Folders of a repository that nobody here knows: a star in a pattern stands for one segment, so each pattern says how many there are. */
function unknownFolders(definition: Definition, patterns: Definition, context: GeneratorContext): Generated {
  const what = 'which folders the repository has';
  const requested = patterns.items.filter((pattern) => pattern.at('exclude').value !== true).map((pattern) => pattern.at('path').text);
  const byDepth = new Map<number, GoValue>();
  for (const path of requested) {
    if (path instanceof Unknown || path.includes('{{')) return unknownSet(definition, context, what, undefined);
    const segments = path.split('/');
    byDepth.set(segments.length, segments.map(() => new Unknown(what)));
  }
  const sets = [...byDepth.values()].map((segments): ParameterSet => {
    const { values } = pathParameters(new Unknown(what), undefined, definition, context.renderer.goTemplate, segments);
    return withGeneratorValues({ values: parameters(values), count: 'any' }, definition.at('values'), context.renderer);
  });
  return sets.length === 0 ? unknownSet(definition, context, what, undefined) : { sets, unknown: what };
}

/** The repository, if everything that the patterns can find in it is known. */
function repositoryOf(definition: Definition, { facts }: GeneratorContext, patterns: Definition): KnownRepository | undefined {
  const { text: url } = definition.at('repoURL');
  const paths = patterns.items.map((pattern) => pattern.at('path').text);
  if (url instanceof Unknown || !paths.every((path): path is string => typeof path === 'string')) return undefined;
  const within = (root: string): boolean => root === '' || paths.every((path) => path === root || path.startsWith(`${root}/`));
  return facts.repositories?.find((one) => sameRepository(one.url, url) && within(one.root));
}

function isRequested(folder: string, patterns: Definition): boolean {
  const fitting = patterns.items.filter((pattern) => matchesPathPattern(pattern.at('path').word, folder));
  return fitting.length > 0 && fitting.every((pattern) => pattern.at('exclude').value !== true);
}

/** The folders and all above them, without hidden ones, in the order in which they are walked. */
function foldersAbove(folders: readonly string[]): string[] {
  const all = new Set<string>();
  for (const folder of folders) {
    const segments = folder.split('/');
    if (segments.some((segment) => segment.startsWith('.'))) continue;
    segments.forEach((_, i) => all.add(segments.slice(0, i + 1).join('/')));
  }
  return [...all].filter((folder) => folder !== '').sort();
}
