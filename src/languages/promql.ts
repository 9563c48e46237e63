import type { SyntaxNode, Tree } from '@lezer/common';
import type { LRParser } from '@lezer/lr';

/** From here on the parser takes a query for wrong that is only long, in characters, operators or levels. Prometheus does not. */
const LONGEST = 20_000;
const MOST_OPERATORS = 300;
const DEEPEST = 1000;

const checked = new Map<string, string | undefined>();

/** What the official Prometheus grammar has against a query in which `{{args.x}}` may stand; nothing when it accepts it, or cannot tell. */
export function promqlProblem(text: string): string | undefined {
  if (!checked.has(text)) checked.set(text, findProblem(text));
  return checked.get(text);
}

function findProblem(text: string): string | undefined {
  if (text.trim() === '') return 'the query is empty';
  if (text.length > LONGEST) return undefined;
  const standIn = withStandIns(text);
  let problem: string | undefined;
  let operators = 0;
  let depth = 0;
  let deepest = 0;
  parse(standIn.text).iterate({
    leave: () => { depth -= 1; },
    enter: (node) => {
      depth += 1;
      deepest = Math.max(deepest, depth);
      if (node.name === 'BinaryExpr') operators += 1;
      if (problem !== undefined || !node.type.isError) return;
      const at = standIn.originalOffset(node.from);
      const near = text.slice(at, at + 24).split('\n')[0]!.trim();
      problem = near ? `unexpected ${JSON.stringify(near)} at character ${at + 1}` : 'it ends too early';
    },
  });
  return operators >= MOST_OPERATORS || deepest >= DEEPEST ? undefined : problem;
}

function parse(text: string): Tree {
  // The grammar costs 15 ms to load, so only programs that write PromQL pay for it.
  const { parser } = require('@prometheus-io/lezer-promql') as { readonly parser: LRParser };
  return parser.parse(text);
}

/**
 * Whether a query gives one number instead of a list of series: `scalar(...)` and `time()`, alone or reckoned with.
 * A query that is nothing but an argument counts as one that gives series.
 */
export function isScalarQuery(text: string): boolean {
  if (!/\b(scalar|time|pi)\s*\(/.test(text) || text.length > LONGEST) return false;
  return resultOf(expressionOf(text)) === 'scalar';
}

/** Whether a query certainly gives a list of series, and no number. One that cannot be read, or is too long to judge, does not. */
export function isSeriesQuery(text: string): boolean {
  if (text.length > LONGEST || promqlProblem(text) !== undefined) return false;
  return resultOf(expressionOf(text)) === 'series';
}

function expressionOf(text: string): SyntaxNode | null {
  let node = parse(withStandIns(text).text).topNode.firstChild;
  while (node?.name === 'LineComment') node = node.nextSibling;
  return node;
}

function resultOf(node: SyntaxNode | null): 'scalar' | 'number' | 'series' {
  switch (node?.name) {
    case 'ParenExpr': return resultOf(node.firstChild);
    case 'UnaryExpr': return resultOf(node.lastChild);
    case 'NumberDurationLiteral': return 'number';
    case 'FunctionCall': return ['Scalar', 'Time', 'Pi'].includes(node.firstChild?.firstChild?.name ?? '') ? 'scalar' : 'series';
    case 'BinaryExpr': {
      const sides = [resultOf(node.firstChild), resultOf(node.lastChild)];
      return sides.includes('series') ? 'series' : sides.includes('scalar') ? 'scalar' : 'number';
    }
    default: return 'series';
  }
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
