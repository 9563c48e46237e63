/** The type of a value, as far as the language tells types apart before it evaluates. */
export type Type =
  | { readonly kind: Simple }
  | { readonly kind: 'list'; readonly item: Type }
  | { readonly kind: 'map'; readonly key: Type; readonly item: Type }
  | { readonly kind: 'function'; readonly takes: readonly Type[]; readonly gives: Type };

type Simple = 'any' | 'nil' | 'bool' | 'int' | 'int64' | 'uint8' | 'float' | 'string' | 'time' | 'duration';

export const ANY: Type = { kind: 'any' };
export const NIL: Type = { kind: 'nil' };
export const BOOL: Type = { kind: 'bool' };
export const INT: Type = { kind: 'int' };
export const INT64: Type = { kind: 'int64' };
export const UINT8: Type = { kind: 'uint8' };
export const FLOAT: Type = { kind: 'float' };
export const STRING: Type = { kind: 'string' };
export const TIME: Type = { kind: 'time' };
export const DURATION: Type = { kind: 'duration' };
export const LIST: Type = { kind: 'list', item: ANY };
export const MAP: Type = { kind: 'map', key: STRING, item: ANY };

/** A list of items of one type. */
export function listOf(item: Type): Type {
  return { kind: 'list', item };
}

export function isAny(type: Type): boolean {
  return type.kind === 'any';
}

export function isBool(type: Type): boolean {
  return type.kind === 'bool';
}

export function isString(type: Type): boolean {
  return type.kind === 'string';
}

export function isTime(type: Type): boolean {
  return type.kind === 'time';
}

export function isDuration(type: Type): boolean {
  return type.kind === 'duration';
}

export function isList(type: Type): boolean {
  return type.kind === 'list';
}

/** Whole numbers; a duration counts as one before it is evaluated. */
export function isWhole(type: Type): boolean {
  return ['int', 'int64', 'uint8', 'duration'].includes(type.kind);
}

export function isNumber(type: Type): boolean {
  return isWhole(type) || type.kind === 'float';
}

/** Types that Go stores in the same way, so that the checker takes them for comparable. */
export function storage(type: Type): string {
  return type.kind === 'duration' ? 'int64' : type.kind;
}

/** Whether Go lets a value of one type be put where another is wanted. */
export function isAssignable(from: Type, to: Type): boolean {
  return isAny(to) || sameType(from, to);
}

export function sameType(a: Type, b: Type): boolean {
  if (a.kind === 'list' && b.kind === 'list') return sameType(a.item, b.item);
  if (a.kind === 'map' && b.kind === 'map') return sameType(a.key, b.key) && sameType(a.item, b.item);
  return a.kind === 'function' ? a === b : a.kind === b.kind;
}

/** A type in a message: `a list of numbers`. */
export function shown(type: Type): string {
  switch (type.kind) {
    case 'any': return 'a value';
    case 'bool': return 'true or false';
    case 'int': case 'int64': case 'uint8': return 'a whole number';
    case 'float': return 'a number';
    case 'string': return 'a text';
    case 'list': return `a list${type.item.kind === 'float' ? ' of numbers' : ''}`;
    case 'map': case 'time': case 'duration': case 'function': return `a ${type.kind}`;
    case 'nil': return 'nil';
  }
}
