import type { GoFunctions } from '../signature';
import { UnknownOutcome } from '../template-error';
import { type GoValue, Whole } from '../values';
import { ascii, failure } from './arguments';

/** The functions that Argo CD adds. */
export const ARGO_FUNCTIONS: GoFunctions = {
  normalize: { takes: 's', call: normalized },
  slugify: { takes: 'a*', call: slugify },
};

/** The text as part of a name: small letters, digits, `-` and `.` @see applicationset/utils/template_functions.go in argoproj/argo-cd */
export function normalized(text: string): string {
  return ascii(text).toLowerCase().replace(/[^-a-z0-9.]/g, '-').slice(0, 253).replace(/^[-.]+|[-.]+$/g, '');
}

function slugify(...given: GoValue[]): string {
  const [size, smart, text] = given.length === 3 ? given : [given.length === 2 ? given[0] : new Whole(50), true, given.at(-1)];
  if (given.length === 0) return '';
  if (!(size instanceof Whole) || typeof smart !== 'boolean' || typeof text !== 'string') return failure('slugify', 'it takes a length, whether to cut at words, and a text');
  if (given.length > 3) throw new UnknownOutcome('slugify with more than three values');
  const name = normalized(text);
  const slug = (smart ? name : name.slice(0, size.value)).replace(/\./g, '-').replace(/-+/g, '-').replace(/^[-_]+|[-_]+$/g, '');
  if (!smart || size.value <= 0 || slug.length <= size.value) return slug;
  const cut = slug.lastIndexOf('-', size.value);
  return slug.slice(0, cut < 0 ? size.value : cut);
}
