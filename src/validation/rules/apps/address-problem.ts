import { certainlyMeant } from '../../certain-edit';

/** What is wrong with an address, and how it is written, where that is certain. */
export interface AddressProblem {
  readonly message: string;
  readonly meant?: string;
}

/**
 * What is wrong with a URL at its front: a scheme that is nearly one of these, slashes that are missing, a port that is none. Texts
 * without a scheme, and with one that is far from all of these, are left alone: clients take more than is listed.
 *
 * @param schemes in lower case
 */
export function addressProblem(text: string, schemes: readonly string[]): AddressProblem | undefined {
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/is.exec(text) ?? [];
  if (scheme === '') return withoutSlashes(text, schemes);
  if (!schemes.includes(scheme.toLowerCase())) {
    const meant = certainlyMeant(scheme, schemes);
    return meant === undefined ? undefined : { message: `no client knows the scheme ${scheme}`, meant: `${meant}://${rest}` };
  }
  if (scheme.toLowerCase() === 'file') return undefined;
  const host = /^[^/?#]*/.exec(rest)![0].replace(/^.*@/, '');
  if (host === '') return { message: 'no host stands behind the scheme' };
  const port = /^(?:\[[^\]]*\]|[^:]*):(.*)$/.exec(host)?.[1];
  if (port === undefined || /^\d*$/.test(port) || PLACEHOLDER.test(port)) return undefined;
  return { message: `${port} is no port` };
}

/** `https:/host` and `https//host`. */
function withoutSlashes(text: string, schemes: readonly string[]): AddressProblem | undefined {
  const [, scheme, rest = ''] = /^(https?)(?::\/?|\/\/)(?=[^/:\s])(.*)$/is.exec(text) ?? [];
  if (scheme !== undefined && schemes.includes(scheme.toLowerCase())) {
    return { message: `${scheme} is no scheme without :// behind it`, meant: `${scheme}://${rest}` };
  }
  return /^:?\/\/[^/]/.test(text) ? { message: 'no scheme stands before the slashes' } : undefined;
}

/** What something else fills in. */
const PLACEHOLDER = /[{}$<*]/;
