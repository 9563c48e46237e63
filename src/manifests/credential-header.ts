/**
 * Whether an HTTP header of this name carries a credential: `Authorization`, `Cookie`, and names that end in a word such as
 * token, secret or api-key. A key that identifies a request, as in `Idempotency-Key`, is none.
 */
export function carriesCredential(header: string): boolean {
  return /^(proxy-)?authorization$|cookie|(^|[-_])(token|secret|password|passwd|api-?key|access-?key|auth-?key)$/i.test(header);
}
