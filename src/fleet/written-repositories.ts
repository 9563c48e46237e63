import * as path from 'node:path';
import { App } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { GitRepository } from './git-repository';

const written = new WeakMap<IConstruct, Map<string, GitRepository>>();

/** Says that the app of this construct is committed to the repository: folders in it can be checked. */
export function declareWritten(scope: IConstruct, repository: GitRepository): void {
  const root = scope.node.root;
  const known = written.get(root) ?? new Map<string, GitRepository>();
  written.set(root, known.set(keyOf(repository), repository));
}

/** The repositories that somebody said the app of this construct is committed to. */
export function writtenRepositories(scope: IConstruct): readonly GitRepository[] {
  return [...written.get(scope.node.root)?.values() ?? []];
}

/** Whether the app of this construct is committed to the repository: somebody said so, or its root is the output folder. */
export function isWrittenTo(scope: IConstruct, repository: GitRepository): boolean {
  const root = scope.node.root;
  if (written.get(root)?.has(keyOf(repository))) return true;
  return root instanceof App && isOutputFolder(root, repository);
}

/** Why Argo CD would not find what the app of this construct writes, if the root and the output folder do not fit. */
export function rootDoubt(scope: IConstruct, repository: GitRepository): string | undefined {
  const root = scope.node.root;
  if (!(root instanceof App) || isOutputFolder(root, repository)) return undefined;
  // A folder outside of the project, as tests have it, is committed nowhere.
  if (path.relative(process.cwd(), root.outdir).startsWith('..')) return undefined;
  return `the YAML is written to ${root.outdir}, and Argo CD looks for it below ${repository.root || 'the top of the repository'}. ` +
    `say Repository.git({ root: ${JSON.stringify(root.outdir)}, ... }), or acknowledge this if the files are copied there`;
}

function isOutputFolder(app: App, repository: GitRepository): boolean {
  return path.resolve(app.outdir).endsWith(path.join(path.sep, repository.root)) && repository.root !== '';
}

function keyOf(repository: GitRepository): string {
  return `${repository.url}\n${repository.root}`;
}
