import { certainlyMeant } from '../../certain-edit';
import { nearest } from '../../schema/similar-name';

/** Why nobody can be asked at a URL. */
export interface UrlProblem {
  /** Goes on after `a URL that`. Says nothing of the credentials that a URL may have. */
  readonly what: string;
  readonly fix?: string;
  /** The URL that is certainly meant. */
  readonly meant?: string;
}

const SCHEMES = ['http', 'https'];

/**
 * What is wrong with the scheme, the host or the port of a URL, as Go reads it. Arguments may stand in any part of it: of that part nothing
 * is said, and of a URL whose scheme is one nothing at all.
 */
export function urlProblem(url: string): UrlProblem | undefined {
  const [, scheme = '', authority = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i.exec(withoutArguments(url)) ?? [];
  if (scheme === '') return undefined;
  if (!SCHEMES.includes(scheme.toLowerCase())) {
    const [near, certain] = [nearest(scheme, SCHEMES), certainlyMeant(scheme, SCHEMES)];
    return {
      what: `has the scheme ${scheme}, and the controller speaks HTTP`,
      ...near !== undefined && { fix: `did you mean ${near}?` },
      ...certain !== undefined && { meant: certain + url.slice(scheme.length) },
    };
  }
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  if (/\s/.test(host)) return { what: 'has a blank in its host' };
  const port = /:([^:\]]*)$/.exec(host)?.[1];
  if (port === undefined || port === '' || port.includes(ARGUMENT)) return undefined;
  if (!/^\d+$/.test(port)) return { what: `has the port ${port}, which is no number` };
  return Number(port) > 65_535 || Number(port) === 0 ? { what: `has the port ${port}, which there is not` } : undefined;
}

/** Stands for an argument in a URL: neither a blank nor a part of what separates host and port. */
const ARGUMENT = '\u{FFFD}';

/** A URL with one letter in the place of each argument. */
function withoutArguments(url: string): string {
  return url.replace(/\{\{.*?\}\}/gs, ARGUMENT);
}

/** Whether it is a URL with scheme and host, or may be one once its arguments are known. */
export function isUrlWithHost(url: string): boolean {
  const known = withoutArguments(url);
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]/i.test(known) || /^[^:/?#]*\u{FFFD}/u.test(known);
}
