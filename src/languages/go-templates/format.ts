import { UnknownOutcome } from './template-error';
import { GoMap, type GoValue, isList, Unknown, Whole } from './values';

/** A value as Go prints it with `%v`. */
export function printed(value: GoValue): string {
  if (value === undefined || value === null) return '<nil>';
  if (value instanceof Unknown) throw new UnknownOutcome(value.what);
  if (value instanceof Whole) return String(value.value);
  if (typeof value === 'number') return printedFloat(value);
  if (value instanceof GoMap) return `map[${value.sorted.map(([key, item]) => `${key}:${printed(item)}`).join(' ')}]`;
  if (isList(value)) return `[${value.map(printed).join(' ')}]`;
  return String(value);
}

/** A float64 as Go prints it: with an exponent from a million on. */
export function printedFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  const power = Number(exponent);
  // From -4 on JavaScript has no exponent either.
  if (power >= -4 && power < 6) return String(value);
  return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

/** A text in double quotes, as `%q` gives it. */
export function quoted(text: string): string {
  if (/[^\x20-\x7e\n\t\r]/.test(text)) throw new UnknownOutcome('the quoted form of unusual characters');
  return JSON.stringify(text);
}

/** The widest place of a format, and the most digits, that are tried. */
const WIDEST = 1000;
const MOST_DIGITS = 100;

const TYPES: Readonly<Record<string, string>> = { string: 'string', number: 'float64', boolean: 'bool' };

/** What `printf` makes of a format. */
export function formatted(format: string, args: readonly GoValue[]): string {
  let next = 0;
  const text = format.replace(/%([-+# 0]*)(\d*)(?:\.(\d+))?([a-zA-Z%*[]|$)/g, (_, flags: string, width: string, precision: string | undefined, verb: string) => {
    if (verb === '%') return '%';
    if (Number(width) > WIDEST || Number(precision ?? 0) > MOST_DIGITS) throw new UnknownOutcome('what printf makes of a place of that width');
    if (next >= args.length || !/^[vsdqtf]$/.test(verb) || /[+# ]/.test(flags)) throw new UnknownOutcome(`what printf makes of ${JSON.stringify(format)}`);
    const body = oneFormatted(verb, args[next++], precision);
    if (flags.includes('-')) return body.padEnd(Number(width));
    const zero = flags.includes('0') && verb !== 's' && verb !== 'q';
    return zero && body.startsWith('-') ? `-${body.slice(1).padStart(Number(width) - 1, '0')}` : body.padStart(Number(width), zero ? '0' : ' ');
  });
  if (next < args.length) throw new UnknownOutcome(`what printf makes of more values than ${JSON.stringify(format)} has places`);
  return text;
}

function oneFormatted(verb: string, value: GoValue, precision: string | undefined): string {
  const asIs = printed(value);
  const isText = typeof value === 'string';
  const isFloat = typeof value === 'number';
  if (verb === 'f' && isFloat && Math.abs(value) < 1e15) return value.toFixed(Number(precision ?? 6));
  if (precision !== undefined || value instanceof GoMap || isList(value)) {
    if (verb === 'v' && precision === undefined) return asIs;
    throw new UnknownOutcome('what printf makes of this value');
  }
  if (verb === 'v' || (verb === 's' && isText) || (verb === 'd' && value instanceof Whole) || (verb === 't' && typeof value === 'boolean')) return asIs;
  if (verb === 'q' && isText) return quoted(value);
  if (value instanceof Whole && verb === 'q') throw new UnknownOutcome('what printf makes of this value');
  // Go says what is wrong in the text itself.
  if (value === undefined || value === null) return `%!${verb}(<nil>)`;
  return `%!${verb}(${value instanceof Whole ? value.type : TYPES[typeof value]}=${verb === 'f' || !isText ? asIs : value})`;
}
