import { ConditionError } from './condition-error';
import { childrenOf, type Node } from './tree';

/** How deep brackets and closures may be in each other. */
const DEEPEST = 200;

/** How many operators may follow each other: each is a level of the tree, and who reads the tree goes down it by calls. */
const LONGEST = 1000;

/** The level below this one. Throws ConditionError where that is too deep to be read. */
export function enterLevel(depth: number, at: number): number {
  if (depth < DEEPEST) return depth + 1;
  throw new ConditionError(`it is nested over ${DEEPEST} levels deep, more than can be checked. write it flatter`, at);
}

/** Throws ConditionError for a condition with too many operators in a row to be checked or evaluated. */
export function refuseLong(root: Node): void {
  let level: readonly Node[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > LONGEST) throw new ConditionError(`it has over ${LONGEST} operators in a row, more than can be checked. write it shorter`);
    level = level.flatMap(childrenOf);
  }
}
