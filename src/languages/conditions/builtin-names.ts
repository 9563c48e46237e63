/** Built-in functions that take a closure: `all(result, {# < 1})`. */
export const PREDICATE_NAMES: ReadonlySet<string> = new Set([
  'all', 'none', 'any', 'one', 'filter', 'map', 'count', 'find', 'findIndex', 'findLast', 'findLastIndex', 'groupBy', 'reduce',
]);

/** The other built-in functions. @see builtin/builtin.go in antonmedv/expr */
export const FUNCTION_NAMES: ReadonlySet<string> = new Set([
  'abs', 'ceil', 'date', 'duration', 'first', 'float', 'floor', 'fromBase64', 'fromJSON', 'fromPairs', 'get', 'hasPrefix', 'hasSuffix',
  'indexOf', 'int', 'join', 'keys', 'last', 'lastIndexOf', 'len', 'lower', 'max', 'mean', 'median', 'min', 'now', 'repeat', 'replace',
  'round', 'sort', 'sortBy', 'split', 'splitAfter', 'string', 'sum', 'take', 'toBase64', 'toJSON', 'toPairs', 'trim', 'trimPrefix',
  'trimSuffix', 'type', 'upper', 'values',
]);

/** The names that a parser reads as built-in functions. */
export interface BuiltinNames {
  readonly predicates: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
}

/** Those of expr 1.15.5. */
export const BUILTIN_NAMES: BuiltinNames = { predicates: PREDICATE_NAMES, functions: FUNCTION_NAMES };
