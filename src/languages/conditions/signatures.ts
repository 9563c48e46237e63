import {
  ANY, DURATION, FLOAT, INT, isAny, isAssignable, isList, isNumber, isString, isWhole, LIST, listOf, STRING, shown, TIME, type Type,
} from './value-type';

/** What a call gives, or why it cannot be made. */
export type Outcome = Type | { readonly problem: string };

/** Checks the types of the arguments of a built-in function. @see builtin/builtin.go in antonmedv/expr */
export function builtinOutcome(name: string, args: readonly Type[]): Outcome {
  const validated = VALIDATED[name];
  if (validated) {
    const { least, most = least } = validated;
    if (args.length < least || args.length > most) return { problem: wrongCount(name, least, most, args.length) };
    return validated.check(args, name);
  }
  const { takes, gives } = OVERLOADS[name]!;
  return overloadOutcome(name, takes, gives, args);
}

/** Checks the arguments of a function that can be called in these ways. */
export function overloadOutcome(name: string, takes: ReadonlyArray<readonly Type[]>, gives: Type, args: readonly Type[]): Outcome {
  const fitting = takes.filter((wanted) => wanted.length === args.length);
  if (fitting.length === 0) {
    const counts = takes.map((wanted) => wanted.length);
    return { problem: wrongCount(name, Math.min(...counts), Math.max(...counts), args.length) };
  }
  if (fitting.some((wanted) => wanted.every((type, i) => accepts(type, args[i]!)))) return gives;
  const wanted = fitting.at(-1)!;
  const wrong = wanted.findIndex((type, i) => !accepts(type, args[i]!));
  return { problem: `${name} wants ${shown(wanted[wrong]!)} as argument ${wrong + 1}, and gets ${shown(args[wrong]!)}` };
}

function accepts(wanted: Type, given: Type): boolean {
  if (given.kind === 'nil' || isAny(given) || isAssignable(given, wanted)) return true;
  return isWhole(given) && isNumber(wanted);
}

function wrongCount(name: string, least: number, most: number, got: number): string {
  const wanted = least === most ? `${least}` : `${least} to ${Number.isFinite(most) ? most : 'any number of'}`;
  return `${name} takes ${wanted} argument${wanted === '1' ? '' : 's'}, and gets ${got}`;
}

interface Validated {
  readonly least: number;
  readonly most?: number;
  check(args: readonly Type[], name: string): Outcome;
}

function first(gives: (type: Type) => Type, wanted: string, ...accepted: ReadonlyArray<(type: Type) => boolean>): Validated {
  return {
    least: 1,
    check: ([type], name) => (isAny(type!) || accepted.some((is) => is(type!))
      ? gives(type!)
      : { problem: `${name} wants ${wanted}, and gets ${shown(type!)}` }),
  };
}

function isMap(type: Type): boolean {
  return type.kind === 'map';
}

function itemOf(type: Type): Type {
  return type.kind === 'list' ? type.item : ANY;
}

const NUMBER_ARGUMENT = first(() => FLOAT, 'a number', isNumber);
const LIST_TO_FLOAT = first(() => FLOAT, 'a list', isList);

const EXTREME: Validated = {
  least: 1,
  most: Infinity,
  check(args, name) {
    const wrong = args.find((type) => isAny(type) || !isNumber(type));
    if (!wrong) return args[0]!;
    // Upstream looks no further than the first value of unknown type.
    return isAny(wrong) ? ANY : { problem: `${name} wants numbers, one by one, and gets ${shown(wrong)}` };
  },
};

function ordered(least: number): Validated {
  return {
    least,
    most: least + 1,
    check([list, ...texts], name) {
      if (!isAny(list!) && !isList(list!)) return { problem: `${name} wants a list, and gets ${shown(list!)}` };
      const wrong = texts.find((type) => !isAny(type) && !isString(type));
      return wrong ? { problem: `${name} wants a text as its next argument, and gets ${shown(wrong)}` } : LIST;
    },
  };
}

const VALIDATED: Readonly<Record<string, Validated | undefined>> = {
  len: first(() => INT, 'a list, a map or a text', isList, isMap, isString),
  abs: first((type) => type, 'a number', isNumber),
  ceil: NUMBER_ARGUMENT,
  floor: NUMBER_ARGUMENT,
  round: NUMBER_ARGUMENT,
  int: first(() => INT, 'a number or a text', isNumber, isString),
  float: first(() => FLOAT, 'a number or a text', isNumber, isString),
  max: EXTREME,
  min: EXTREME,
  sum: first(() => ANY, 'a list', isList),
  mean: LIST_TO_FLOAT,
  median: LIST_TO_FLOAT,
  first: first(itemOf, 'a list', isList),
  last: first(itemOf, 'a list', isList),
  keys: first(() => LIST, 'a map', isMap),
  values: first(() => LIST, 'a map', isMap),
  toPairs: first(() => LIST, 'a map', isMap),
  fromPairs: first(() => ({ kind: 'map', key: ANY, item: ANY }), 'a list', isList),
  take: {
    least: 2,
    check([list, count]) {
      if (!isAny(list!) && !isList(list!)) return { problem: `take wants a list, and gets ${shown(list!)}` };
      return isAny(count!) || isWhole(count!) ? list! : { problem: `take wants a whole number, and gets ${shown(count!)}` };
    },
  },
  sort: ordered(1),
  sortBy: ordered(2),
  get: {
    least: 2,
    check([of, at]) {
      if (isAny(of!)) return ANY;
      if (of!.kind === 'list') return isAny(at!) || isWhole(at!) ? of!.item : { problem: `an item of a list has a whole number, not ${shown(at!)}` };
      if (of!.kind !== 'map') return { problem: `get wants a list or a map, and gets ${shown(of!)}` };
      return isAny(at!) || isAssignable(at!, of!.key) ? of!.item : { problem: `the keys are ${shown(of!.key)}, not ${shown(at!)}` };
    },
  },
};

const STRINGS = listOf(STRING);
const ONE_TEXT = [[STRING]];
const TWO_TEXTS = [[STRING, STRING]];

const OVERLOADS: Readonly<Record<string, { readonly takes: ReadonlyArray<readonly Type[]>; readonly gives: Type }>> = {
  type: { takes: [[ANY]], gives: STRING },
  string: { takes: [[ANY]], gives: STRING },
  trim: { takes: [...ONE_TEXT, ...TWO_TEXTS], gives: STRING },
  trimPrefix: { takes: [...TWO_TEXTS, ...ONE_TEXT], gives: STRING },
  trimSuffix: { takes: [...TWO_TEXTS, ...ONE_TEXT], gives: STRING },
  upper: { takes: ONE_TEXT, gives: STRING },
  lower: { takes: ONE_TEXT, gives: STRING },
  split: { takes: [...TWO_TEXTS, [STRING, STRING, INT]], gives: STRINGS },
  splitAfter: { takes: [...TWO_TEXTS, [STRING, STRING, INT]], gives: STRINGS },
  replace: { takes: [[STRING, STRING, STRING, INT], [STRING, STRING, STRING]], gives: STRING },
  repeat: { takes: [[STRING, INT]], gives: STRING },
  join: { takes: [[STRINGS, STRING], [LIST, STRING], [LIST], [STRINGS]], gives: STRING },
  indexOf: { takes: TWO_TEXTS, gives: INT },
  lastIndexOf: { takes: TWO_TEXTS, gives: INT },
  hasPrefix: { takes: TWO_TEXTS, gives: { kind: 'bool' } },
  hasSuffix: { takes: TWO_TEXTS, gives: { kind: 'bool' } },
  toJSON: { takes: [[ANY]], gives: STRING },
  fromJSON: { takes: ONE_TEXT, gives: ANY },
  toBase64: { takes: ONE_TEXT, gives: STRING },
  fromBase64: { takes: ONE_TEXT, gives: STRING },
  now: { takes: [[]], gives: TIME },
  duration: { takes: ONE_TEXT, gives: DURATION },
  date: { takes: [[STRING], [STRING, STRING], [STRING, STRING, STRING]], gives: TIME },
};
