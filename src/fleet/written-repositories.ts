import type { IConstruct } from 'constructs';
import type { Repository } from './repository';

const written = new WeakMap<IConstruct, Set<string>>();

/** Says that the app of this construct is committed to the repository: folders in it can be checked. */
export function declareWritten(scope: IConstruct, repository: Repository): void {
  const root = scope.node.root;
  const known = written.get(root) ?? new Set();
  written.set(root, known.add(keyOf(repository)));
}

/** Whether the app of this construct is committed to the repository. */
export function isWrittenTo(scope: IConstruct, repository: Repository): boolean {
  return written.get(scope.node.root)?.has(keyOf(repository)) ?? false;
}

function keyOf(repository: Repository): string {
  return `${repository.url}\n${repository.root}`;
}
