import { promqlProblem } from '../languages/promql';
import { InputError } from '../manifests/input-error';

/** A query that the official Prometheus grammar accepts. Made by the `promql` tag. */
export interface PromQl {
  /** The query as it is rendered, with arguments as `{{args.service}}`. */
  readonly text: string;
}

/**
 * Writes a PromQL query. A syntax error throws here, at the line that wrote it; arguments of the analysis
 * (`${arg.service}`) may stand where a string, a number or a duration can. The indentation of the program is taken off.
 *
 * @example
 *   promql`sum(rate(http_requests_total{service="${arg.service}"}[5m]))`
 */
export function promql(strings: TemplateStringsArray, ...values: ReadonlyArray<string | number>): PromQl {
  return checkedPromQl(withoutIndent(String.raw({ raw: strings.raw }, ...values)));
}

/** A query given as plain text, checked. */
export function checkedPromQl(text: string): PromQl {
  const problem = promqlProblem(text);
  if (problem) throw new InputError(`this is not PromQL: ${problem}\n  ${text.trim().replace(/\n/g, '\n  ')}`);
  return { text };
}

// Lines below the first keep their indentation relative to each other, and no line ends in blanks.
function withoutIndent(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const depths = lines.slice(1).filter((line) => line !== '').map((line) => line.length - line.trimStart().length);
  const depth = Math.min(...depths);
  return lines.map((line, i) => (i === 0 ? line : line.slice(depth))).join('\n').trim();
}
