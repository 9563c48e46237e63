import type { Definition } from '../definition';
import { ExpansionError } from '../expansion-error';

/** The types of generators, in the order in which an entry with several runs them. */
export const GENERATOR_TYPES = ['list', 'clusters', 'git', 'scmProvider', 'clusterDecisionResource', 'pullRequest', 'matrix', 'merge', 'plugin'] as const;

/** A type of generator. */
export type GeneratorType = typeof GENERATOR_TYPES[number];

/** The types that an entry of a list of generators has. An empty one counts: `clusters: {}` takes every cluster. */
export function typesOf(entry: Definition): readonly GeneratorType[] {
  return GENERATOR_TYPES.filter((type) => entry.at(type).exists);
}

/** Refuses an entry of a matrix or a merge that has no type, or several. */
export function onlyType(entry: Definition): void {
  const types = typesOf(entry);
  if (types.length === 0) throw new ExpansionError(entry.pointer, `this is no generator. name one of ${GENERATOR_TYPES.join(', ')}`, 'shape');
  if (types.length > 1) throw new ExpansionError(entry.pointer, `${types.join(' and ')} stand in one entry of a matrix or merge. give each an entry of its own`, 'shape');
}
