import { TemplateError, UnknownOutcome } from './template-error';
import { GoMap, type GoValue, typeWords, Unknown, Whole } from './values';

/** What a parameter takes: s text, i an int, b true or false, m a map, a anything. */
export type Letter = 's' | 'i' | 'b' | 'm' | 'a';

/** A function that this library computes. */
export interface GoFunction {
  /** Letters of the parameters; a star behind the last one lets it repeat. */
  readonly takes: string;
  /** What it gives for arguments of these types, none of which is unknown. */
  readonly call: (...args: never[]) => GoValue;
}

/** Functions by name. */
export type GoFunctions = Readonly<Record<string, GoFunction>>;

const WANTED: Readonly<Record<Letter, string>> = { s: 'text', i: 'an integer', b: 'true or false', m: 'a map', a: 'anything' };

/** What the parameter at this position takes, undefined behind the last one. */
export function letterAt(takes: string, position: number): Letter | undefined {
  const letters = takes.replace('*', '');
  const last = takes.endsWith('*') ? letters.at(-1) : undefined;
  return (letters[position] ?? last) as Letter | undefined;
}

/** How many arguments a function wants at least, and whether that is all. */
export function refuseCount(name: string, takes: string, count: number, at: number): void {
  const repeats = takes.endsWith('*');
  const least = takes.replace('*', '').length - (repeats ? 1 : 0);
  if (count < least || (!repeats && count > least)) {
    throw new TemplateError(`${name} takes ${repeats ? `${least} or more values` : least === 1 ? 'one value' : `${least} values`}, and gets ${count}`, at);
  }
}

/** The argument as the parameter takes it. Throws where Go would refuse it. */
export function asParameter(name: string, letter: Letter, value: GoValue, at: number): GoValue {
  if (value instanceof Unknown) throw new UnknownOutcome(value.what);
  switch (letter) {
    case 'a': return value ?? null;
    case 'm':
      if (value === undefined) return new GoMap(new Map());
      if (value instanceof GoMap && value.type === 'any') return value;
      break;
    case 's': if (typeof value === 'string') return value; break;
    case 'b': if (typeof value === 'boolean') return value; break;
    case 'i': if (value instanceof Whole && value.type === 'int') return value;
  }
  const cure = letter === 's' && value !== undefined && value !== null ? `. write toString in front of ${name}` :
    letter === 'm' && value instanceof GoMap ? '. use index, which takes labels and values too' : '';
  throw new TemplateError(`${name} takes ${WANTED[letter]}, and gets ${typeWords(value)}${cure}`, at);
}
