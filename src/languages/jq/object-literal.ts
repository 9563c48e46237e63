import type { JqReaders } from './patterns';
import type { TokenReader } from './token-reader';
import type { JqNode } from './tree';

/** The keys and values of `{...}`, whose opening brace has been read. */
export function readObject(tokens: TokenReader, read: JqReaders): JqNode[] {
  const parts: JqNode[] = [];
  if (tokens.accept('sign', '}')) return parts;
  do {
    // A comma may stand behind the last one.
    if (parts.length > 0 && tokens.is('sign', '}')) break;
    parts.push(...readField(tokens, read));
  } while (tokens.accept('sign', ','));
  tokens.expect('sign', '}');
  return parts;
}

function readField(tokens: TokenReader, read: JqReaders): JqNode[] {
  const { at, text: name } = tokens.current;
  if (tokens.accept('sign', '(')) {
    const key = read.query();
    tokens.expect('sign', ')');
    tokens.expect('sign', ':');
    return [key, readValue(tokens, read)];
  }
  let key: JqNode;
  if (tokens.is('string') || tokens.is('stringStart')) key = read.string();
  else if (tokens.is('variable')) key = { kind: 'variable', name, at: tokens.next().at };
  else if (tokens.is('word') || tokens.is('keyword')) key = { kind: 'literal', value: name, at: tokens.next().at };
  else throw tokens.unexpected();
  if (name.includes('::')) throw tokens.unexpected();
  return tokens.accept('sign', ':') ? [key, readValue(tokens, read)] : [key, { kind: 'identity', at }];
}

function readValue(tokens: TokenReader, read: JqReaders): JqNode {
  const value = read.expression();
  if (!tokens.is('sign', '|')) return value;
  const { at } = tokens.next();
  return { kind: 'pipe', left: value, right: readValue(tokens, read), at };
}
