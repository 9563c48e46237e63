import { TemplateError } from './template-error';
import type { Token } from './tokens';

const SIMPLE: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\', '"': '"', '\'': '\'' };
const ESCAPE = /\\(?:([abfnrtv\\"'])|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|([^]?))/g;

/** The text that a string of Go stands for. */
export function unquoted(token: Token): string {
  const body = token.text.slice(1, -1);
  if (token.kind === 'rawString') return body.replace(/\r/g, '');
  return body.replace(ESCAPE, (whole: string, simple?: string, x?: string, u?: string, U?: string, octal?: string) => {
    if (simple !== undefined && !(simple === '\'' && token.kind === 'string') && !(simple === '"' && token.kind === 'char')) return SIMPLE[simple]!;
    const code = x ?? u ?? U ?? octal;
    const point = code === undefined ? NaN : parseInt(code, code === octal ? 8 : 16);
    const isByte = x !== undefined || octal !== undefined;
    if (Number.isNaN(point) || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) || (isByte && point > 0xff)) {
      throw new TemplateError(`${JSON.stringify(whole)} is no escape of Go. write \\\\ for a backslash, or use backquotes`, token.at);
    }
    return String.fromCodePoint(point);
  });
}

/** A number of Go: an int unless a point or an exponent makes it a float. */
export function numberOf(token: Token): { readonly value: number; readonly whole: boolean } {
  if (token.kind === 'char') {
    const text = unquoted(token);
    if ([...text].length !== 1) throw new TemplateError(`${token.text} is no single character. strings stand in double quotes`, token.at);
    return { value: text.codePointAt(0)!, whole: true };
  }
  const [, sign = '', digits = ''] = /^([+-]?)(.*)$/.exec(token.text.replace(/(?<=[0-9a-fA-Fxob])_(?=[0-9a-fA-F])/gi, ''))!;
  const octal = /^0[0-7]+$/.test(digits);
  const value = octal ? parseInt(digits, 8) : Number(digits);
  if (digits === '' || Number.isNaN(value) || /^0\d*[89]\d*$/.test(digits)) {
    throw new TemplateError(`${JSON.stringify(token.text)} is no number. quote it if it is text`, token.at);
  }
  const whole = /^(?:\d+|0[xXoObB][0-9a-fA-F]+)$/.test(digits);
  return { value: sign === '-' ? -value : value, whole };
}
