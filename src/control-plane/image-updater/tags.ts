import { goRegExpProblem } from '../../languages/conditions/go-regexp-syntax';
import { InputError } from '../../manifests/input-error';

/** Which tags of an image count. */
export class Tags {
  /** Every tag. */
  public static any(): Tags {
    return new Tags('any');
  }

  /** Tags that fit a regular expression, anywhere in the tag unless it says `^` and `$`: `Tags.matching(/^main-[0-9a-f]{7}$/)`. */
  public static matching(expression: RegExp): Tags {
    if (expression.flags.replace(/[gimsu]/g, '') !== '') throw new InputError(`the tags match ${expression}, with flags that Go does not have. use i, m, s or none`);
    const problem = goRegExpProblem(expression.source);
    if (problem !== undefined) throw new InputError(`the tags match ${expression}, which Go cannot read: ${problem}. then no tag would count`);
    const flags = expression.flags.replace(/[gu]/g, '');
    return new Tags(`regexp:${flags === '' ? '' : `(?${flags})`}${expression.source.replaceAll('\\/', '/')}`);
  }

  private constructor(
    /** What the Image Updater reads. */
    public readonly text: string,
  ) {}
}
