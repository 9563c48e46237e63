/**
 * A repository URL as Argo CD compares it: in lower case, without `.git`, and with an SSH address as host and path. `''` for a text that
 * Go's `url.Parse` refuses. The globs of a project go the same way, so one with braces comes out escaped, and fits nothing.
 *
 * @see util/git/git.go in argoproj/argo-cd, net/url in Go
 */
export function normalizedGitUrl(url: string): string {
  let text = url.trim().toLowerCase();
  if (/^(ssh:\/\/)?([^/:]*?)@[^@]+$/.test(text) && !text.startsWith('ssh://')) text = `ssh://${text.replace(':', '/')}`;
  return goUrl(text.replace(/\.git$/, '')).replace(/^ssh:\/\//, '');
}

/** Whether two URLs are one repository to Argo CD. */
export function sameRepository(one: string, other: string): boolean {
  return (normalizedGitUrl(one) || one) === (normalizedGitUrl(other) || other);
}

/** What Go prints of a URL that it has parsed, `''` where it refuses it. */
function goUrl(text: string): string {
  if (/[\x00-\x1f\x7f]/.test(text)) return '';
  const [, whole = '', fragment = ''] = /^([^#]*)(#.*)?$/s.exec(text)!;
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*:)?(.*)$/s.exec(whole)!;
  if (scheme !== '' && !rest.startsWith('/')) return text;
  const [, hierarchy = '', query = ''] = /^([^?]*)(\?.*)?$/s.exec(rest)!;
  const [, authority = '', path = ''] = /^(\/\/(?!\/)[^/]*)?(.*)$/s.exec(hierarchy)!;
  // Without a scheme a colon in the first segment would be taken for one.
  if (scheme === '' && authority === '' && /^[^/]*:/.test(path)) return '';
  if (!isAuthority(authority.slice(2)) || /%(?![0-9a-f]{2})/.test(path)) return '';
  const shown = authority.replace(/^.*@/, (user) => user.replace(MARKS, percent));
  return scheme + shown + escapedPath(path) + (query === '?' ? '?' : query) + fragment;
}

function isAuthority(authority: string): boolean {
  const [, user = '', host = ''] = /^(?:(.*)@)?([^@]*)$/s.exec(authority) ?? [];
  return /^[\w.~%!$&'()*+,;=:-]*$/.test(user) && /^([\w.~!$&'()*+,;=<>"-]*|\[[^\]]*\])(:\d*)?$/.test(host);
}

/** Characters that are right in a path as they are. When one is not, all that are not plain are escaped. */
function escapedPath(path: string): string {
  if (/^[\w.~%!$&'()*+,;=:@[\]/-]*$/.test(path)) return path;
  // Byte for byte, as what is escaped need not be text.
  const bytes = Buffer.from(path, 'utf8').toString('latin1').replace(/%([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return bytes.replace(/[^\w.~$&+,/:;=@-]/g, percent);
}

/** What Go escapes where JavaScript does not. */
const MARKS = /[!'()*]/g;

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
