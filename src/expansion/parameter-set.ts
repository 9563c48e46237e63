import { GoMap, type GoValue, type Unknown } from '../languages/go-templates/values';

/**
 * How many sets of parameters one of ours stands for: exactly one; one that may not be there; or any number of the same shape, none
 * included.
 */
export type Count = 'one' | 'perhaps' | 'any';

/** What a generator gives for one Application. */
export interface ParameterSet {
  readonly values: GoMap;
  readonly count: Count;
}

/** What a generator gives. */
export interface Generated {
  readonly sets: readonly ParameterSet[];
  /** Why there may be other sets than these; absent when these are all. */
  readonly unknown?: string;
}

const ORDER: readonly Count[] = ['one', 'perhaps', 'any'];

/** The count of something that needs both. */
export function leastCertain(...counts: readonly Count[]): Count {
  return ORDER[Math.max(0, ...counts.map((count) => ORDER.indexOf(count)))]!;
}

/** Parameters from an object of values. */
export function parameters(values: Readonly<Record<string, GoValue>>, others?: Unknown): GoMap {
  return new GoMap(new Map(Object.entries(values)), 'any', others);
}

/** The parameters with some more. */
export function withValues(map: GoMap, more: Readonly<Record<string, GoValue>>): GoMap {
  return new GoMap(new Map([...map.entries, ...Object.entries(more)]), map.type, map.others);
}
