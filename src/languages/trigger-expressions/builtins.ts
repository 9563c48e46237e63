import { type BuiltinNames, FUNCTION_NAMES, PREDICATE_NAMES } from '../conditions/builtin-names';

/** Predicates that may be called without a closure. */
export const BARE_PREDICATES: ReadonlySet<string> = new Set(['count', 'sum']);

/** The built-in functions of expr 1.17.8, which Argo CD has. @see builtin/builtin.go in expr-lang/expr */
export const TRIGGER_BUILTINS: BuiltinNames = {
  predicates: new Set([...PREDICATE_NAMES, 'sortBy', 'sum']),
  functions: new Set([
    ...FUNCTION_NAMES, 'bitand', 'bitnand', 'bitnot', 'bitor', 'bitshl', 'bitshr', 'bitushr', 'bitxor', 'concat', 'flatten', 'reverse',
    'timezone', 'uniq',
  ]),
};

/** Those that take the same arguments as in expr 1.15. */
export const UNCHANGED_FUNCTIONS: ReadonlySet<string> = new Set([
  'duration', 'fromBase64', 'fromJSON', 'hasPrefix', 'hasSuffix', 'indexOf', 'lastIndexOf', 'len', 'lower', 'repeat', 'replace', 'split',
  'splitAfter', 'string', 'toBase64', 'trim', 'trimPrefix', 'trimSuffix', 'type', 'upper',
]);
