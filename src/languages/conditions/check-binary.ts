import {
  ANY, BOOL, DURATION, FLOAT, INT, isAny, isAssignable, isBool, isDuration, isList, isNumber, isString, isTime, isWhole, listOf, shown,
  STRING, storage, TIME, type Type,
} from './value-type';

type Is = (type: Type) => boolean;

/** The type of `left operator right`; undefined where the language has no such operation. @see checker/checker.go in antonmedv/expr */
export function binaryType(operator: string, left: Type, right: Type): Type | undefined {
  const both = (is: Is): boolean => is(left) && is(right);
  // One side is known and fits, and the other one may turn out to.
  const may = (...kinds: readonly Is[]): boolean => (isAny(left) && (isAny(right) || kinds.some((is) => is(right))))
    || (isAny(right) && kinds.some((is) => is(left)));
  switch (operator) {
    case '==': case '!=':
      return isComparable(left, right) ? BOOL : undefined;
    case 'and': case '&&': case 'or': case '||':
      return both(isBool) || may(isBool) ? BOOL : undefined;
    case '<': case '>': case '<=': case '>=':
      return both(isNumber) || both(isString) || both(isTime) || may(isNumber, isString, isTime) ? BOOL : undefined;
    case '-':
      if (both(isNumber)) return combined(left, right);
      if (isTime(left) && isTime(right)) return DURATION;
      if (isTime(left) && isDuration(right)) return TIME;
      return may(isNumber, isTime) ? ANY : undefined;
    case '+':
      if (both(isNumber)) return combined(left, right);
      if (both(isString)) return STRING;
      if ((isTime(left) && isDuration(right)) || (isDuration(left) && isTime(right))) return TIME;
      return may(isNumber, isString, isTime, isDuration) ? ANY : undefined;
    case '*':
      if (both(isNumber)) return combined(left, right);
      return may(isNumber) ? ANY : undefined;
    case '%':
      if (both(isWhole)) return combined(left, right);
      return may(isWhole) ? ANY : undefined;
    case '/': case '**': case '^':
      return both(isNumber) || may(isNumber) ? FLOAT : undefined;
    case 'matches': case 'contains': case 'startsWith': case 'endsWith':
      return both(isString) || may(isString) ? BOOL : undefined;
    case '..':
      return both(isWhole) || may(isWhole) ? listOf(INT) : undefined;
    case '??':
      if (left.kind === 'nil') return right;
      return right.kind === 'nil' || isAssignable(right, left) ? left : ANY;
    default:
      return undefined;
  }
}

/** Why `left in right` cannot be; undefined when it may. `items` is what a list in the condition itself holds. */
export function membershipProblem(left: Type, right: Type, items: Type | undefined): string | undefined {
  if (right.kind === 'map') {
    if (left.kind === 'nil' || isAny(left) || isAssignable(left, right.key)) return undefined;
    return `the keys of the map are ${shown(right.key)}, and ${shown(left)} is never among them`;
  }
  if (right.kind === 'list') {
    if (left.kind === 'nil' || (isComparable(left, right.item) && (!items || isComparable(left, items)))) return undefined;
    return `${shown(left)} is never in ${shown(right)} of ${shown(items ?? right.item)}`;
  }
  if (isAny(right) || (isAny(left) && isString(right))) return undefined;
  return isString(right) && isString(left) ? 'in looks into lists and maps. for a text within a text write contains' : `in looks into lists and maps, not into ${shown(right)}`;
}

/** Whether values of these types may be compared with `==`. */
export function isComparable(left: Type, right: Type): boolean {
  if (left.kind === 'nil' || right.kind === 'nil' || isAny(left) || isAny(right)) return true;
  return storage(left) === storage(right) || (isNumber(left) && isNumber(right));
}

/** What to write instead of an operation between these types. */
export function operationHint(operator: string, left: Type, right: Type): string {
  if (isList(left) && isNumber(right)) {
    return `. ask every item, as in len(result) > 0 && all(result, {# ${operator} ...}), or one of them, as in result[0]`;
  }
  if ((isString(left) && isNumber(right)) || (isNumber(left) && isString(right))) return '. numbers stand without quotes; asFloat reads a number from a text';
  if (['&&', 'and', '||', 'or'].includes(operator)) return '. both sides have to be true or false';
  return '';
}

function combined(left: Type, right: Type): Type {
  if (storage(left) === storage(right)) return left;
  return left.kind === 'float' || right.kind === 'float' ? FLOAT : INT;
}
