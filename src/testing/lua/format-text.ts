import { numberText } from './number-text';

/** What a script puts into a text: anything but texts and numbers is what `tostring` makes of it. */
export type Formatted = number | string;

/** More is no width to Go. */
const WIDEST = 1_000_000;

/** How long a text can get at most, in bytes. */
export function longestFormat(pattern: string, values: readonly Formatted[]): number {
  const blanks = [...pattern.matchAll(/\d+/g)].reduce((sum, [digits]) => sum + Math.min(Number(digits), WIDEST), 0);
  return pattern.length + blanks + values.reduce((sum: number, value) => sum + (typeof value === 'string' ? value.length : 400), 0);
}

/**
 * `string.format` as the interpreter of Argo CD has it: the directives are those of Go, so that `%d` cuts fractions off, and a value too
 * few is written into the text.
 */
export function formatText(pattern: string, values: readonly Formatted[]): string {
  let next = 0;
  return pattern.replace(/%([-+# 0]*)(\d*)(?:\.(\d*))?([^])/g, (directive, flags: string, width: string, precision: string | undefined, verb: string) => {
    if (verb === '%') return '%';
    const value = values[next++];
    if (value === undefined) return `%!${verb}(MISSING)`;
    const digits = precision === undefined ? undefined : Math.min(Number(precision), WIDEST);
    const text = typeof value === 'number' ? numberAs(verb, value, digits) : textAs(verb, value, digits);
    if (text === undefined) return directive;
    const isNumber = typeof value === 'number' && !/[sqc]/.test(verb);
    const signed = isNumber && !text.startsWith('-') ? (flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '') + text : text;
    return padded(signed, Math.min(Number(width || 0), WIDEST), flags.includes('-') ? 'left' : flags.includes('0') && isNumber ? 'zero' : 'right');
  });
}

function numberAs(verb: string, value: number, digits: number | undefined): string | undefined {
  if (!Number.isFinite(value)) return numberText(value);
  switch (verb) {
    case 's': return numberText(value).slice(0, digits);
    case 'd':
    case 'i': return BigInt(Math.trunc(value)).toString().replace(/\d+/, (whole) => whole.padStart(digits ?? 0, '0'));
    case 'x': return BigInt(Math.trunc(value)).toString(16);
    case 'X': return BigInt(Math.trunc(value)).toString(16).toUpperCase();
    case 'o': return BigInt(Math.trunc(value)).toString(8);
    case 'c': return String.fromCodePoint(Math.min(Math.max(Math.trunc(value), 0), 0x10ffff));
    case 'f':
    case 'F': return fixed(value, Math.min(digits ?? 6, 40));
    case 'e': return exponent(value.toExponential(Math.min(digits ?? 6, 100)));
    case 'E': return exponent(value.toExponential(Math.min(digits ?? 6, 100))).toUpperCase();
    case 'g': return general(value, digits);
    case 'G': return general(value, digits).toUpperCase();
    case 'q': return JSON.stringify(numberText(value));
    default: return undefined;
  }
}

// Go rounds a half to the even digit, JavaScript away from zero.
function fixed(value: number, digits: number): string {
  if (Math.abs(value) >= 1e21) return BigInt(value).toString() + (digits > 0 ? `.${'0'.repeat(digits)}` : '');
  const exact = value.toFixed(100);
  const end = exact.length - 100 + digits - (digits === 0 ? 1 : 0);
  const cut = exact.slice(0, end);
  return /^\.?50*$/.test(exact.slice(end)) && /[02468]$/.test(cut) ? cut : value.toFixed(digits);
}

function textAs(verb: string, value: string, digits: number | undefined): string | undefined {
  if (verb === 's') return digits === undefined ? value : [...value].slice(0, digits).join('');
  if (verb === 'q') return JSON.stringify(value);
  // A text where a number belongs is written as it is, and as nothing when it is none.
  return /[di]/.test(verb) ? /^\s*[-+]?(\d+\.?\d*|\.\d+)\s*$/.test(value) ? value.trim() : '0' : undefined;
}

function general(value: number, digits: number | undefined): string {
  const [fraction, power] = (digits === undefined ? value.toExponential() : value.toExponential(Math.max(digits, 1) - 1)).split('e') as [string, string];
  const short = digits === undefined ? fraction : fraction.includes('.') ? fraction.replace(/\.?0+$/, '') : fraction;
  if (Number(power) < -4 || Number(power) >= Math.max(digits ?? 6, 1)) return exponent(`${short}e${power}`);
  return String(Number(`${short}e${power}`));
}

// Go writes two digits at least.
function exponent(text: string): string {
  return text.replace(/e([-+])(\d)$/, 'e$10$2');
}

function padded(text: string, width: number, how: 'left' | 'right' | 'zero'): string {
  const missing = width - [...text].length;
  if (missing <= 0) return text;
  if (how === 'left') return text + ' '.repeat(missing);
  if (how === 'right') return ' '.repeat(missing) + text;
  const [, sign = '', rest = ''] = /^([-+ ]?)(.*)$/s.exec(text) ?? [];
  return sign + '0'.repeat(missing) + rest;
}
