import { toWhole } from './arithmetic';
import { ConditionError } from './condition-error';
import { fromNothing, type Functions } from './function-table';
import { shown, STRING } from './value-type';
import { List, typeOfValue, type Value, Whole } from './values';

/** Built-in functions on texts. @see builtin/builtin.go in antonmedv/expr */
export const TEXT_FUNCTIONS: Functions = {
  trim: ([of, cut]) => (cut === undefined ? text(of).trim() : trimmed(text(of), new Set(text(cut)))),
  trimPrefix: ([of, prefix = ' ']) => (text(of).startsWith(text(prefix)) ? text(of).slice(text(prefix).length) : text(of)),
  trimSuffix: ([of, suffix = ' ']) => (text(of).endsWith(text(suffix)) ? text(of).slice(0, text(of).length - text(suffix).length) : text(of)),
  upper: ([of]) => text(of).toUpperCase(),
  lower: ([of]) => text(of).toLowerCase(),
  split: ([of, by, most]) => texts(split(text(of), text(by), most, false)),
  splitAfter: ([of, by, most]) => texts(split(text(of), text(by), most, true)),
  replace: ([of, from, to, most]) => replaced(text(of), text(from), text(to), most === undefined ? -1 : Number(toWhole(most))),
  repeat: ([of, count]) => {
    const times = Number(toWhole(fromNothing(count)));
    if (times < 0 || times > 1e6) throw new ConditionError(`repeat cannot repeat ${times} times`);
    return text(of).repeat(times);
  },
  join: ([of, glue = '']) => {
    if (!(of instanceof List) || !['any', 'string'].includes(of.item.kind)) throw new ConditionError('join wants a list of texts');
    return of.items.map((item) => text(item)).join(text(glue));
  },
  indexOf: ([of, part]) => Whole.int(Buffer.from(text(of)).indexOf(text(part))),
  lastIndexOf: ([of, part]) => Whole.int(Buffer.from(text(of)).lastIndexOf(text(part))),
  hasPrefix: ([of, prefix]) => text(of).startsWith(text(prefix)),
  hasSuffix: ([of, suffix]) => text(of).endsWith(text(suffix)),
  toBase64: ([of]) => Buffer.from(text(of)).toString('base64'),
  fromBase64: ([of]) => {
    const coded = text(of).replace(/[\r\n]/g, '');
    if (coded.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(coded)) throw new ConditionError('fromBase64 wants base64, with its padding');
    return Buffer.from(coded, 'base64').toString();
  },
};

/** A value as the text that it has to be. */
export function text(value: Value | undefined): string {
  if (typeof value === 'string') return value;
  throw new ConditionError(`a text was expected, not ${shown(typeOfValue(fromNothing(value)))}`);
}

function texts(items: readonly string[]): List {
  return new List(items, STRING);
}

function trimmed(of: string, cut: ReadonlySet<string>): string {
  const characters = [...of];
  const start = characters.findIndex((character) => !cut.has(character));
  if (start < 0) return '';
  let end = characters.length;
  while (cut.has(characters[end - 1]!)) end -= 1;
  return characters.slice(start, end).join('');
}

function split(of: string, by: string, limit: Value | undefined, keep: boolean): readonly string[] {
  const most = limit === undefined ? -1 : Number(toWhole(limit));
  if (most === 0) return [];
  const parts = by === '' ? [...of] : of.split(by);
  const cut = most > 0 && parts.length > most ? [...parts.slice(0, most - 1), parts.slice(most - 1).join(by)] : parts;
  return keep ? cut.map((piece, i) => (i < cut.length - 1 ? piece + by : piece)) : cut;
}

function replaced(of: string, from: string, to: string, most: number): string {
  if (most < 0) return from === '' ? `${to}${[...of].map((character) => character + to).join('')}` : of.split(from).join(to);
  const parts = from === '' ? ['', ...of, ''] : of.split(from);
  const changed = Math.min(most, parts.length - 1);
  return parts.slice(0, changed + 1).join(to) + parts.slice(changed + 1).map((piece) => from + piece).join('');
}
