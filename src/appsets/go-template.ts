import { InputError } from '../manifests/input-error';
import type { FilledIn } from './parameters';

/** What the length of a slug is. */
export interface SlugOptions {
  /**
   * The most characters.
   * @default 50
   */
  readonly maxLength?: number;
}

/**
 * Functions over parameters, for the texts of an ApplicationSet. Each takes a text with parameters in it, `p.branch` or
 * `${p.path.basename}-${p.name}`, and gives the text that Argo CD turns into the result.
 *
 * @see applicationset/utils/template_functions.go in argoproj/argo-cd
 */
export class GoTemplate {
  /** Fit for the name of an object: lower-case, with hyphens for everything but letters, digits and dots. */
  public static normalize(text: string): FilledIn {
    return piped('normalize', text);
  }

  /** Fit for a label and for a part of a name: words of letters and digits with hyphens between them, cut where a word ends. */
  public static slugify(text: string, { maxLength = 50 }: SlugOptions = {}): FilledIn {
    if (!Number.isInteger(maxLength) || maxLength < 1) throw new InputError(`the length of a slug is ${maxLength}. give a whole number, 1 or more`);
    return piped(maxLength === 50 ? 'slugify' : `slugify ${maxLength} true`, text);
  }

  /** In lower case. */
  public static lower(text: string): FilledIn {
    return piped('lower', text);
  }

  /** At most so many characters of it. */
  public static truncate(text: string, length: number): FilledIn {
    if (!Number.isInteger(length) || length < 1) throw new InputError(`a text is cut to ${length} characters. give a whole number, 1 or more`);
    return piped(`trunc ${length}`, text);
  }

  /** With every occurrence of one text replaced by another. */
  public static replace(text: string, from: string, to: string): FilledIn {
    return piped(`replace ${JSON.stringify(from)} ${JSON.stringify(to)}`, text);
  }

  private constructor() {}
}

function piped(call: string, text: string): FilledIn {
  return `{{ ${call} ${argumentOf(text)} }}`;
}

/** A text with parameters in it as one argument of a function. */
export function argumentOf(text: string): string {
  const parts = text.split(ACTION);
  const actions = [...text.matchAll(ACTION)].map(([, expression]) => expression!);
  if (actions.length === 0) return JSON.stringify(text);
  const operands = actions.map((expression) => expression.includes(' ') ? `(${expression})` : expression);
  if (parts.filter((_, i) => i % 2 === 0).every((part) => part === '') && operands.length === 1) return operands[0]!;
  const format = parts.map((part, i) => i % 2 === 0 ? part.replace(/%/g, '%%') : '%v').join('');
  return `(printf ${JSON.stringify(format)} ${operands.join(' ')})`;
}

const ACTION = /\{\{-? *(.*?) *-?\}\}/g;
