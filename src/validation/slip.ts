import { spelling } from './schema/similar-name';

/** Another letter in a word of so many is as likely to be another word, `api` and `app`; so is a letter more in a shorter one. */
const SHORT_WORD = 3;

/** Of more names than this one or the other is nearly the same. */
const MANY = 1000;

/** What a name may end in that was made of a content. */
const HASH = /^-[0-9a-f]{8,}$/;

/**
 * The name that was most likely meant by one which leads nowhere, among those that are there: it has one letter more or less or another
 * one, two of them swapped, or other capitals, or it ends in the hash of a content. More careful than a `did you mean` of an error that is
 * certain by itself, since the name may be that of something which is not seen here. Names with other digits are other names.
 */
export function slipOf(written: string, known: Iterable<string>): string | undefined {
  const names = [...new Set(known)];
  const close = names.length > MANY ? [] : names.filter((name) => isSlip(written, name));
  return close.length === 1 ? close[0] : undefined;
}

function isSlip(written: string, name: string): boolean {
  if (written === '' || written === name || Math.abs(written.length - name.length) > 1) return name.startsWith(written) && HASH.test(name.slice(written.length));
  if (digitsOf(written) !== digitsOf(name) || spelling(written, name) > 1) return false;
  const [from, to] = [written.split(WORDS), name.split(WORDS)];
  // A letter for a dash, or a dash too many.
  if (from.length !== to.length) return true;
  return from.every((word, index) => {
    const other = to[index]!;
    const longest = Math.max(word.length, other.length);
    return word.toLowerCase() === other.toLowerCase() || longest > SHORT_WORD || (longest === SHORT_WORD && word.length !== other.length);
  });
}

const WORDS = /[-._/]/;

function digitsOf(name: string): string {
  return name.replace(/\D/g, '');
}
