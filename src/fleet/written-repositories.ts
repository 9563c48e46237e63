import * as path from 'node:path';
import { App } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { isWithin } from '../manifests/folder-within';
import { sameRepository } from '../manifests/git-url';
import type { GitRepository } from './git-repository';

/** A repository that an Application reads, with the folders below its root that it reads there. */
interface ReadRepository {
  readonly repository: GitRepository;
  readonly folders: Set<string>;
}

const written = new WeakMap<IConstruct, Map<string, GitRepository>>();
const read = new WeakMap<IConstruct, Map<string, ReadRepository>>();

/** Says that the app of this construct is committed to the repository: folders in it can be checked. */
export function declareWritten(scope: IConstruct, repository: GitRepository): void {
  const root = scope.node.root;
  const known = written.get(root) ?? new Map<string, GitRepository>();
  written.set(root, known.set(keyOf(repository), repository));
}

/** Says that Argo CD reads the repository for this app, be it the app's own or that of others. */
export function noteRead(scope: IConstruct, repository: GitRepository, folder?: string): void {
  const root = scope.node.root;
  const known = read.get(root) ?? new Map<string, ReadRepository>();
  const one = known.get(keyOf(repository)) ?? { repository, folders: new Set() };
  if (folder !== undefined) one.folders.add(folder);
  read.set(root, known.set(keyOf(repository), one));
}

/**
 * The repositories that the app of this construct is committed to: those that somebody said. Of the others, whose root is the output
 * folder, only one can be meant: the only one, or the only one in which a folder that is written here is read.
 */
export function writtenRepositories(scope: IConstruct, folders: () => ReadonlySet<string>): readonly GitRepository[] {
  return resolved(scope, folders);
}

/** Whether the app of this construct is committed to the repository. */
export function isWrittenTo(scope: IConstruct, repository: GitRepository, folders: () => ReadonlySet<string>): boolean {
  return resolved(scope, folders, repository).some(({ url, root }) => root === repository.root && sameRepository(url, repository.url));
}

/** Why Argo CD would not find what the app of this construct writes, if the root and the output folder do not fit. */
export function rootDoubt(scope: IConstruct, repository: GitRepository): string | undefined {
  const root = scope.node.root;
  if (!(root instanceof App) || isOutputFolder(root, repository)) return undefined;
  // A folder outside of the project, as tests have it, is committed nowhere.
  if (!isWithin(path.resolve(root.outdir), process.cwd())) return undefined;
  return `the YAML is written to ${root.outdir}, and Argo CD looks for it below ${repository.root || 'the top of the repository'}. ` +
    `say Repository.git({ root: ${JSON.stringify(root.outdir)}, ... }), or acknowledge this if the files are copied there`;
}

function resolved(scope: IConstruct, folders: () => ReadonlySet<string>, asked?: GitRepository): readonly GitRepository[] {
  const root = scope.node.root;
  const said = [...written.get(root)?.values() ?? []];
  if (said.length > 0 || !(root instanceof App)) return said;
  const all = [...read.get(root)?.values() ?? [], ...asked ? [{ repository: asked, folders: new Set<string>() }] : []];
  const claimants = all.filter(({ repository }) => isOutputFolder(root, repository));
  const urls = claimants.map(({ repository }) => repository.url);
  if (urls.every((url) => sameRepository(url, urls[0]!))) return claimants.map(({ repository }) => repository);
  const own = folders();
  const fitting = claimants.filter((one) => [...one.folders].some((folder) => own.has(folder)));
  const isOne = fitting.every(({ repository: { url } }) => sameRepository(url, fitting[0]!.repository.url));
  return isOne ? fitting.map(({ repository }) => repository) : [];
}

function isOutputFolder(app: App, repository: GitRepository): boolean {
  return path.resolve(app.outdir).endsWith(path.join(path.sep, repository.root)) && repository.root !== '';
}

function keyOf(repository: GitRepository): string {
  return `${repository.url}\n${repository.root}`;
}
