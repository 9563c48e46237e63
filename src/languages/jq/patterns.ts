import type { TokenReader } from './token-reader';
import type { JqNode, JqPattern } from './tree';

/** What an expression in the middle of something else is read with. */
export interface JqReaders {
  /** Everything up to a closing bracket or a separator. */
  query(): JqNode;
  /** The same without `|`, `,` and `as`. */
  expression(): JqNode;
  /** A text, with or without expressions in it. */
  string(): JqNode;
}

/** The patterns after `as`, of which the first that fits is taken. */
export function readPatterns(tokens: TokenReader, read: JqReaders): JqPattern[] {
  const patterns = [readPattern(tokens, read)];
  while (tokens.accept('sign', '?//')) patterns.push(readPattern(tokens, read));
  return patterns;
}

/** One pattern: `$x`, `[$x, $y]` or `{name: $x}`. */
export function readPattern(tokens: TokenReader, read: JqReaders): JqPattern {
  if (tokens.is('variable')) return { variables: [tokens.next().text], keys: [] };
  if (tokens.accept('sign', '[')) return together(listOf(tokens, ']', () => readPattern(tokens, read)));
  if (tokens.accept('sign', '{')) return together(listOf(tokens, '}', () => fieldPattern(tokens, read)));
  throw tokens.unexpected('$');
}

function fieldPattern(tokens: TokenReader, read: JqReaders): JqPattern {
  let key: JqPattern = { variables: [], keys: [] };
  if (tokens.is('variable')) {
    key = { variables: [tokens.next().text], keys: [] };
    if (!tokens.is('sign', ':')) return key;
  } else if (tokens.accept('sign', '(')) {
    key = { variables: [], keys: [read.query()] };
    tokens.expect('sign', ')');
  } else if (tokens.is('string') || tokens.is('stringStart')) {
    key = { variables: [], keys: [read.string()] };
  } else if (tokens.is('word') || tokens.is('keyword')) {
    tokens.next();
  } else {
    throw tokens.unexpected();
  }
  tokens.expect('sign', ':');
  return together([key, readPattern(tokens, read)]);
}

function listOf<T>(tokens: TokenReader, end: string, item: () => T): T[] {
  const items = [item()];
  while (tokens.accept('sign', ',')) items.push(item());
  tokens.expect('sign', end);
  return items;
}

function together(patterns: readonly JqPattern[]): JqPattern {
  return { variables: patterns.flatMap(({ variables }) => variables), keys: patterns.flatMap(({ keys }) => keys) };
}
