import { distance } from 'fastest-levenshtein';
import { FUNCTION_NAMES, PREDICATE_NAMES } from './builtin-names';
import { ANY, BOOL, FLOAT, INT64, type Type } from './value-type';

/** What Argo Rollouts gives to a condition beside the result. @see utils/evaluate/evaluate.go in argoproj/argo-rollouts */
export const ENVIRONMENT: ReadonlyMap<string, Type> = new Map<string, Type>([
  ['asInt', { kind: 'function', takes: [ANY], gives: INT64 }],
  ['asFloat', { kind: 'function', takes: [ANY], gives: FLOAT }],
  ['isNaN', { kind: 'function', takes: [FLOAT], gives: BOOL }],
  ['isInf', { kind: 'function', takes: [FLOAT], gives: BOOL }],
  ['isNil', { kind: 'function', takes: [ANY], gives: BOOL }],
  ['default', { kind: 'function', takes: [ANY, ANY], gives: ANY }],
]);

const ALL_NAMES = ['result', 'true', 'false', 'nil', ...ENVIRONMENT.keys(), ...PREDICATE_NAMES, ...FUNCTION_NAMES].sort();

/** What to say about a name that the language does not know. */
export function unknownName(name: string): string {
  const near = ALL_NAMES.filter((known) => Math.abs(known.length - name.length) <= 2)
    .map((known) => ({ known, away: distance(known.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.away - b.away)[0];
  const limit = name.length <= 3 ? 1 : 2;
  const meant = near && near.away <= limit ? `did you mean ${near.known}?` : 'what the provider measured is named result, and text stands in quotes';
  return `${JSON.stringify(name)} is an unknown name. ${meant}`;
}
