import { isIPv4, isIPv6 } from 'node:net';

/** A format that the API server checks. */
export interface Format {
  readonly expected: string;
  readonly fix?: string;
  /** The value is not quoted in messages: it may be a secret. */
  readonly secret?: boolean;
  accepts(value: unknown): boolean;
}

const INT32 = 2 ** 31;
const INT64 = 2 ** 63;

/** Formats by name; others, such as `double`, say nothing that is checked. */
export const FORMATS: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['int32', {
    expected: 'an integer of 32 bits, from -2147483648 to 2147483647',
    accepts: (value) => typeof value !== 'number' || (value >= -INT32 && value < INT32),
  }],
  ['int64', {
    expected: 'an integer of 64 bits',
    accepts: (value) => typeof value !== 'number' || (value >= -INT64 && value < INT64),
  }],
  ['date-time', {
    expected: 'a time such as 2006-01-02T15:04:05Z',
    accepts: (value) => typeof value !== 'string' || isDateTime(value),
  }],
  ['byte', {
    expected: 'base64',
    fix: 'encode it in base64; a Secret also takes plain text, in stringData',
    secret: true,
    accepts: (value) => typeof value !== 'string' || isBase64(value),
  }],
  ['ipv4', { expected: 'an IPv4 address', accepts: (value) => typeof value !== 'string' || isIPv4(value) }],
  ['ipv6', { expected: 'an IPv6 address', accepts: (value) => typeof value !== 'string' || isIPv6(value) }],
]);

function isDateTime(text: string): boolean {
  const hasForm = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/.test(text);
  return hasForm && !Number.isNaN(Date.parse(text.replace(' ', 'T')));
}

/** Line breaks are skipped by the decoder of Go. */
function isBase64(text: string): boolean {
  const plain = text.replace(/[\r\n]/g, '');
  return plain.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(plain);
}
