import type { MissingKeyOption } from './evaluator';
import { executeTemplate } from './execution';
import { readTemplate } from './problem';
import { MissingKey, placed, TemplateError, UnknownOutcome } from './template-error';
import type { GoValue } from './values';

/** What comes out of a template: text, an error of whoever fills it in, or nothing that could be said without a cluster. */
export type Outcome =
  | { readonly text: string }
  | { readonly problem: string; readonly missingKey: boolean }
  | { readonly unknown: string };

/** How a template is filled in. */
export interface RenderOptions {
  /** The functions that it may call. */
  readonly functions: ReadonlySet<string>;
  /**
   * What a key that is not there does.
   * @default 'default'
   */
  readonly missingKey?: MissingKeyOption;
}

/** Fills a Go template in, as text/template does. Says that an outcome is not known rather than a wrong one. */
export function renderGoTemplate(source: string, data: GoValue, options: RenderOptions): Outcome {
  // Most texts of a template are plain.
  if (!source.includes('{{')) return { text: source };
  const reading = readTemplate(source, options.functions);
  if ('problem' in reading) return { problem: reading.problem, missingKey: false };
  try {
    return { text: executeTemplate(reading.template, data, options.missingKey ?? 'default') };
  } catch (error) {
    if (error instanceof UnknownOutcome) return { unknown: error.reason };
    if (error instanceof TemplateError) return { problem: placed(source, error), missingKey: error instanceof MissingKey };
    throw error;
  }
}
