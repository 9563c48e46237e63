import type { Outcome } from './go-templates/render';
import { type GoMap, Unknown } from './go-templates/values';

/** What becomes of a text, and the placeholders that stay in it. */
export type FastOutcome = Outcome & {
  /** Names of parameters that are not there, or are no text: what stands in the braces is then left as it is. */
  readonly left: readonly string[];
};

const TAG = /\{\{([^]*?)\}\}/g;

/** Whether Argo CD looks for placeholders in the text at all: only with a pair of braces on one line. */
function isTemplated(source: string): boolean {
  return /\{\{.*\}\}/.test(source);
}

/** The names that stand in the braces of a text. */
export function placeholdersIn(source: string): readonly string[] {
  return isTemplated(source) ? [...source.matchAll(TAG)].map(([, tag]) => tag!.trim()) : [];
}

/**
 * Fills a text in as an ApplicationSet without `goTemplate` does: `{{ name }}` becomes the parameter of that name if it is text, and
 * stays otherwise.
 *
 * @see applicationset/utils/utils.go in argoproj/argo-cd, template.go in valyala/fasttemplate
 */
export function renderFastTemplate(source: string, parameters: GoMap): FastOutcome {
  if (!isTemplated(source)) return { text: source, left: [] };
  const rest = source.replace(TAG, '');
  const left: string[] = [];
  const unclosed = rest.includes('{{');
  if (unclosed) return { problem: `character ${source.lastIndexOf('{{') + 1}: {{ is never closed. close it with }}`, missingKey: false, left };
  const unknown: string[] = [];
  const text = source.replace(TAG, (whole, tag: string) => {
    const name = tag.trim();
    const value = name === '' ? undefined : parameters.get(name);
    if (value instanceof Unknown) unknown.push(value.what);
    else if (typeof value === 'string') return value;
    else left.push(name);
    return whole;
  });
  return unknown.length > 0 ? { unknown: unknown[0]!, left } : { text, left };
}
