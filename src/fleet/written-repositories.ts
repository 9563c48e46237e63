import * as path from 'node:path';
import { App } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Repository } from './repository';

const written = new WeakMap<IConstruct, Set<string>>();

/** Says that the app of this construct is committed to the repository: folders in it can be checked. */
export function declareWritten(scope: IConstruct, repository: Repository): void {
  const root = scope.node.root;
  const known = written.get(root) ?? new Set();
  written.set(root, known.add(keyOf(repository)));
}

/** Whether the app of this construct is committed to the repository: somebody said so, or its root is the output folder. */
export function isWrittenTo(scope: IConstruct, repository: Repository): boolean {
  const root = scope.node.root;
  if (written.get(root)?.has(keyOf(repository))) return true;
  return root instanceof App && repository.root !== '' && path.resolve(root.outdir).endsWith(path.join(path.sep, repository.root));
}

function keyOf(repository: Repository): string {
  return `${repository.url}\n${repository.root}`;
}
