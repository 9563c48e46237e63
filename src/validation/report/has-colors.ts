/**
 * Whether what is written to a stream is coloured: on a terminal it is, and in a pipe or a file it is not, in CI neither.
 * NO_COLOR says no to both, and FORCE_COLOR yes.
 */
export function hasColors({ isTTY = false }: { readonly isTTY?: boolean }): boolean {
  const { NO_COLOR: refused = '', FORCE_COLOR: forced = '', TERM: kind } = process.env;
  if (refused !== '') return false;
  return forced === '' ? isTTY && kind !== 'dumb' : !/^(?:0|false)$/.test(forced);
}
