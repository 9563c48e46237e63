import type { JqReaders } from './patterns';
import type { TokenReader } from './token-reader';
import type { JqNode } from './tree';

/** What stands behind a term: `.name`, `."name"`, `[...]`, `.[...]` and `?`, as often as it comes. */
export function readSuffixes(term: JqNode, tokens: TokenReader, read: JqReaders): JqNode {
  let of = term;
  for (;;) {
    const { text, at } = tokens.current;
    if (tokens.is('index')) {
      tokens.next();
      of = { kind: 'field', of, name: text, at };
    } else if (tokens.accept('sign', '?')) {
      of = { kind: 'optional', of, at };
    } else if (tokens.accept('sign', '[')) {
      of = brackets(of, at, tokens, read);
    } else if (tokens.accept('sign', '.')) {
      if (tokens.is('string') || tokens.is('stringStart')) of = namedField(of, read);
      else of = brackets(of, tokens.expect('sign', '[').at, tokens, read);
    } else {
      return of;
    }
  }
}

/** A field whose name is a text, which may have expressions in it. */
export function namedField(of: JqNode, read: JqReaders): JqNode {
  return keyed(of, read.string());
}

function brackets(of: JqNode, at: number, tokens: TokenReader, read: JqReaders): JqNode {
  if (tokens.accept('sign', ']')) return { kind: 'iterate', of, at };
  const keys: JqNode[] = [];
  let slice = tokens.accept('sign', ':');
  keys.push(read.query());
  if (!slice && tokens.accept('sign', ':')) {
    slice = true;
    if (!tokens.is('sign', ']')) keys.push(read.query());
  }
  tokens.expect('sign', ']');
  return slice ? { kind: 'index', of, keys, at } : keyed(of, keys[0]!);
}

function keyed(of: JqNode, key: JqNode): JqNode {
  return key.kind === 'literal' && typeof key.value === 'string'
    ? { kind: 'field', of, name: key.value, at: key.at }
    : { kind: 'index', of, keys: [key], at: key.at };
}
