import type { LRParser } from '@lezer/lr';
import { InputError } from '../manifests/input-error';

/** A query that the official Prometheus grammar accepts. Made by the `promql` tag. */
export interface PromQl {
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
  const problem = syntaxProblem(text);
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

const checked = new Map<string, string | undefined>();

function syntaxProblem(text: string): string | undefined {
  if (!checked.has(text)) checked.set(text, findProblem(text));
  return checked.get(text);
}

function findProblem(text: string): string | undefined {
  if (text.trim() === '') return 'the query is empty';
  const standIn = withStandIns(text);
  // The grammar costs 15 ms to load, so only programs that write PromQL pay for it.
  const { parser } = require('@prometheus-io/lezer-promql') as { readonly parser: LRParser };
  let problem: string | undefined;
  parser.parse(standIn.text).iterate({
    enter: (node) => {
      if (problem !== undefined || !node.type.isError) return;
      const at = standIn.originalOffset(node.from);
      const near = text.slice(at, at + 24).split('\n')[0]!.trim();
      problem = near ? `unexpected ${JSON.stringify(near)} at character ${at + 1}` : 'it ends too early';
    },
  });
  return problem;
}

const PLACEHOLDER = /\{\{\s*args\.[^{}]+\}\}/g;

// A placeholder is replaced before Prometheus sees the query, so for the grammar it becomes something of the right kind.
function withStandIns(text: string): { readonly text: string; originalOffset(offset: number): number } {
  const shifts: { readonly after: number; readonly by: number }[] = [];
  let result = '';
  let last = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    const before = text.slice(0, match.index);
    const standIn = isDurationPlace(before) ? (/\d$/.test(before) ? 'm' : '1m') : '1';
    result += text.slice(last, match.index) + standIn;
    last = match.index + match[0].length;
    shifts.push({ after: result.length, by: match[0].length - standIn.length });
  }
  result += text.slice(last);
  return {
    text: result,
    originalOffset: (offset) => shifts.reduce((at, shift) => (offset >= shift.after ? at + shift.by : at), offset),
  };
}

function isDurationPlace(before: string): boolean {
  return /(\[\s*|:\s*|\boffset\s+-?)\d*$/.test(before);
}
