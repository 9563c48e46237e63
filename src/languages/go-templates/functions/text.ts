import { goRegExp, mayTakeForEver } from '../../conditions/go-regexp';
import { formatted, printed, quoted } from '../format';
import type { GoFunctions } from '../signature';
import { UnknownOutcome } from '../template-error';
import { type GoValue, stringMap, type Whole } from '../values';
import { refuseLongText } from '../work';
import { ascii, countOf, failure } from './arguments';

/** Functions of texts. @see strings.go and regex.go in Masterminds/sprig */
export const TEXT_FUNCTIONS: GoFunctions = {
  lower: { takes: 's', call: (text: string) => ascii(text).toLowerCase() },
  upper: { takes: 's', call: (text: string) => ascii(text).toUpperCase() },
  title: { takes: 's', call: (text: string) => ascii(text).replace(/(^|[^A-Za-z0-9_'])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase()) },
  trim: { takes: 's', call: (text: string) => trimAll('\t\n\v\f\r ', text) },
  trimAll: { takes: 'ss', call: trimAll },
  trimall: { takes: 'ss', call: trimAll },
  trimPrefix: { takes: 'ss', call: (prefix: string, text: string) => (text.startsWith(prefix) ? text.slice(prefix.length) : text) },
  trimSuffix: { takes: 'ss', call: (suffix: string, text: string) => (suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text) },
  nospace: { takes: 's', call: (text: string) => ascii(text).replace(/[\t\n\v\f\r ]/g, '') },
  replace: { takes: 'sss', call: (old: string, by: string, text: string) => (old === '' && text !== ascii(text) ? '' : replaceAll(text, old, by)) },
  contains: { takes: 'ss', call: (part: string, text: string) => text.includes(part) },
  hasPrefix: { takes: 'ss', call: (part: string, text: string) => text.startsWith(part) },
  hasSuffix: { takes: 'ss', call: (part: string, text: string) => text.endsWith(part) },
  repeat: { takes: 'is', call: (count: Whole, text: string) => (count.value < 0 ? failure('repeat', 'the count is negative') : text.repeat(countOf(count, text.length))) },
  trunc: { takes: 'is', call: truncated },
  substr: { takes: 'iis', call: substring },
  indent: { takes: 'is', call: indented },
  nindent: { takes: 'is', call: (spaces: Whole, text: string) => `\n${indented(spaces, text)}` },
  plural: { takes: 'ssi', call: (one: string, many: string, count: Whole) => (count.value === 1 ? one : many) },
  quote: { takes: 'a*', call: (...values: GoValue[]) => withoutNothing(values).map((value) => quoted(printed(value))).join(' ') },
  squote: { takes: 'a*', call: (...values: GoValue[]) => withoutNothing(values).map((value) => `'${printed(value)}'`).join(' ') },
  cat: { takes: 'a*', call: (...values: GoValue[]) => withoutNothing(values).map(printed).join(' ') },
  toString: { takes: 'a', call: printed },
  print: { takes: 'a*', call: (...values: GoValue[]) => values.map((value, i) => (needsSpace(values[i - 1], value, i) ? ' ' : '') + printed(value)).join('') },
  println: { takes: 'a*', call: (...values: GoValue[]) => `${values.map(printed).join(' ')}\n` },
  printf: { takes: 'sa*', call: (format: string, ...values: GoValue[]) => formatted(format, values) },
  split: { takes: 'ss', call: (separator: string, text: string) => stringMap(Object.fromEntries(splitText(text, separator).map((part, i) => [`_${i}`, part]))) },
  splitList: { takes: 'ss', call: (separator: string, text: string) => splitText(text, separator) },
  regexMatch: { takes: 'ss', call: (pattern: string, text: string) => regexp(pattern, text).test(text) },
  regexFind: { takes: 'ss', call: (pattern: string, text: string) => regexp(pattern, text).exec(text)?.[0] ?? '' },
  regexReplaceAll: { takes: 'sss', call: (pattern: string, text: string, by: string) => replaceMatches(pattern, text, by) },
  regexReplaceAllLiteral: { takes: 'sss', call: replaceByText },
  mustRegexMatch: { takes: 'ss', call: (pattern: string, text: string) => regexp(pattern, text).test(text) },
  mustRegexFind: { takes: 'ss', call: (pattern: string, text: string) => regexp(pattern, text).exec(text)?.[0] ?? '' },
  mustRegexReplaceAll: { takes: 'sss', call: (pattern: string, text: string, by: string) => replaceMatches(pattern, text, by) },
};

function trimAll(characters: string, text: string): string {
  const set = new Set(characters);
  let [start, end] = [0, ascii(text).length];
  while (start < end && set.has(text[start]!)) start += 1;
  while (end > start && set.has(text[end - 1]!)) end -= 1;
  return text.slice(start, end);
}

function replaceAll(text: string, old: string, by: string): string {
  refuseLongText(text.length + (text.split(old).length - 1) * by.length);
  return text.replaceAll(old, () => by);
}

function truncated(count: Whole, text: string): string {
  const { length } = ascii(text);
  const { value } = count;
  if (value < 0) return length + value > 0 ? text.slice(length + value) : text;
  return text.slice(0, value);
}

function substring(start: Whole, end: Whole, text: string): string {
  const { length } = ascii(text);
  const to = end.value < 0 || end.value > length ? length : end.value;
  if (start.value < 0) return end.value < 0 || end.value > length ? failure('substr', 'the end lies behind the text') : text.slice(0, end.value);
  return start.value > to ? failure('substr', 'the start lies behind the end') : text.slice(start.value, to);
}

function indented(spaces: Whole, text: string): string {
  if (spaces.value < 0) return failure('indent', 'the count is negative');
  const pad = ' '.repeat(countOf(spaces, 1));
  refuseLongText(text.length + text.split('\n').length * pad.length);
  return pad + text.replace(/\n/g, `\n${pad}`);
}

function withoutNothing(values: readonly GoValue[]): GoValue[] {
  return values.filter((value) => value !== null && value !== undefined);
}

function needsSpace(before: GoValue, value: GoValue, position: number): boolean {
  return position > 0 && typeof before !== 'string' && typeof value !== 'string';
}

function splitText(text: string, separator: string): string[] {
  return separator === '' ? [...text] : text.split(separator);
}

function regexp(pattern: string, text: string): RegExp {
  const found = mayTakeForEver(pattern, text) ? undefined : goRegExp(pattern);
  if (!found) throw new UnknownOutcome(`what the regular expression ${pattern} matches`);
  return new RegExp(found.source, `${found.flags}g`);
}

function replaceByText(pattern: string, text: string, by: string): string {
  refuseLongText(text.length * by.length);
  return text.replace(regexp(pattern, text), () => by);
}

// `$1x` is the group called 1x to Go.
function replaceMatches(pattern: string, text: string, by: string): string {
  refuseLongText(text.length * by.length);
  return text.replace(regexp(pattern, text), (...match: Array<string | number | undefined | Readonly<Record<string, string>>>) => {
    const groups = typeof match.at(-1) === 'object' ? match.at(-1) as Readonly<Record<string, string | undefined>> : {};
    return by.replace(/\$(?:(\$)|(\w+)|\{(\w+)\})/g, (_, dollar?: string, bare?: string, braced?: string) => {
      const name = bare ?? braced ?? '';
      if (dollar !== undefined) return '$';
      const group = /^\d+$/.test(name) ? match[Number(name)] : groups[name];
      return typeof group === 'string' ? group : '';
    });
  });
}
