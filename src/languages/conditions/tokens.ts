import { ConditionError, UndecidedCondition } from './condition-error';
import { stringLiteral } from './string-literal';

/** A word, sign or literal of a condition. */
export interface Token {
  readonly kind: 'identifier' | 'number' | 'string' | 'operator' | 'bracket' | 'placeholder' | 'end';
  /** The text; of a string, what it stands for. */
  readonly text: string;
  readonly at: number;
}

const SPACE = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/uy;
const COMMENT = /\/\/[^\n]*\n?|\/\*[^]*?\*\//uy;
const PLACEHOLDER = /\{\{[^]*?\}\}/uy;
const RAW_STRING = /`(?:[^`]|``)*`/y;
const WORD = /[\p{L}_$][\p{L}\p{Nd}_$]*/uy;
const NUMBER = /(?:0[xX][0-9a-fA-F_]*|0[oO][0-7_]*|0[bB][01_]*|\.?[0-9][0-9_]*)(?:\.(?!\.)[0-9_]*)?(?:[eE][+-]?[0-9_]*)?/uy;
const POINTER = /##?/uy;
const POINTER_NAME = /[\p{L}\p{Nd}_$]+/uy;
const OPERATOR = /\?[.?]?|\/|\|\|?|[,:;%+^-]|[&!=*<>][&=*]?|\.\.?/uy;
const BRACKET = /[()[\]{}]/uy;
/** What makes a placeholder part of a longer word or number. */
const GLUED = /[\p{L}\p{Nd}_$.]/u;

const WORD_OPERATORS = new Set(['not', 'in', 'or', 'and', 'matches', 'contains', 'startsWith', 'endsWith', 'let']);

/** Splits a condition into tokens; the last one is the end. Newer versions of expr have strings in backticks. */
export function tokensOf(source: string, rawStrings = false): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0];
  };
  const push = (kind: Token['kind'], text: string, length = text.length): void => {
    tokens.push({ kind, text, at });
    at += length;
  };
  while (at < source.length) {
    const blank = take(SPACE) ?? take(COMMENT);
    if (blank !== undefined) {
      at += blank.length;
      continue;
    }
    const rest = source.slice(at, at + 2);
    if (rest === '/*') throw new ConditionError('the comment is never closed', at);
    if (rest[0] === '"' || rest[0] === '\'') {
      const { value, length } = stringLiteral(source, at);
      push('string', value, length);
      continue;
    }
    const raw = rawStrings ? take(RAW_STRING) : undefined;
    if (raw !== undefined) {
      push('string', raw.slice(1, -1).replaceAll('``', '`'), raw.length);
      continue;
    }
    const placeholder = take(PLACEHOLDER);
    if (placeholder !== undefined) {
      refuseGlued(source, at, placeholder.length);
      push('placeholder', placeholder);
      continue;
    }
    const number = take(NUMBER);
    if (number !== undefined) {
      refuseUnit(source, at, number);
      push('number', number);
      continue;
    }
    const word = take(WORD);
    if (word !== undefined) {
      push(WORD_OPERATORS.has(word) ? 'operator' : 'identifier', word);
      continue;
    }
    const pointer = take(POINTER);
    if (pointer !== undefined) {
      push('operator', pointer);
      const name = take(POINTER_NAME);
      if (name !== undefined) push('identifier', name);
      continue;
    }
    const operator = take(OPERATOR);
    if (operator !== undefined) {
      push('operator', operator);
      continue;
    }
    const bracket = take(BRACKET);
    if (bracket === undefined) throw new ConditionError(`${JSON.stringify(characterAt(source, at))} is no character of the language`, at);
    push('bracket', bracket);
  }
  tokens.push({ kind: 'end', text: '', at });
  return tokens;
}

function refuseUnit(source: string, at: number, number: string): void {
  const next = characterAt(source, at + number.length);
  if (!/[\p{L}\p{Nd}_$]/u.test(next)) return;
  throw new ConditionError(`${JSON.stringify(number + next)} is no number. numbers have no unit, as 0.5 or 300`, at);
}

// `0.{{args.digits}}` or `{{args.name}}Status` become one word or number with whatever the argument says.
function refuseGlued(source: string, at: number, length: number): void {
  const before = source.slice(Math.max(0, at - 2), at).match(/.$/su)?.[0] ?? '';
  const after = characterAt(source, at + length);
  if (GLUED.test(before) || GLUED.test(after)) throw new UndecidedCondition();
}

function characterAt(source: string, at: number): string {
  const point = source.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}
