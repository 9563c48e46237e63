/** A path as a reference of RFC 3986: relative paths stay relative, absolute ones are of files. */
export function uriOf(path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}
