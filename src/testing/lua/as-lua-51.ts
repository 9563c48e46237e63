import type { Expression, Node } from 'luaparse';
import { readLua } from '../../languages/lua/lua-syntax';
import { walk } from '../../languages/lua/walk';

/** The function that joins texts in place of `..`. */
export const CONCAT = '__concat';

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * A script that a machine for Lua 5.3 runs as one for 5.1 would: its numbers are never whole numbers of 32 bits, `..` writes them
 * as Argo CD does, and texts know the escapes of 5.1 alone. Lines stay where they are.
 */
export function asLua51(script: string): string {
  const { chunk, problem } = readLua(script);
  if (!chunk) throw new Error(`the script is not Lua 5.1: ${problem}`);
  const edits: Edit[] = [];
  walk(chunk, (node) => edits.push(...editsFor(node, script)));
  // What opens stands before what is replaced there.
  edits.sort((a, b) => a.from - b.from || a.to - b.to);
  let text = '';
  let done = 0;
  for (const edit of edits) {
    text += script.slice(done, edit.from) + edit.text;
    done = edit.to;
  }
  return text + script.slice(done);
}

function editsFor(node: Node, script: string): Edit[] {
  if (node.type === 'NumericLiteral') {
    const [from, to] = rangeOf(node);
    return [{ from, to, text: /^(\d+|0[xX][\da-fA-F]+)$/.test(node.raw) ? `${BigInt(node.raw)}.0` : node.raw }];
  }
  if (node.type === 'StringLiteral' && !node.raw.startsWith('[')) {
    const [from, to] = rangeOf(node);
    // Escapes that Lua 5.1 does not have are the letter behind the backslash.
    return [{ from, to, text: node.raw.replace(/\\([^])/g, (escape, letter: string) => (/[abfnrtv\\"'\d\r\n]/.test(letter) ? escape : letter)) }];
  }
  if (node.type !== 'BinaryExpression' || node.operator !== '..') return [];
  const [from, to] = rangeOf(node);
  const at = operatorBetween(node.left, node.right, script);
  return [{ from, to: from, text: `${CONCAT}(` }, { from: at, to: at + 2, text: ',' }, { from: to, to, text: ')' }];
}

// Brackets, blanks and comments may stand around the operator.
function operatorBetween(left: Expression, right: Expression, script: string): number {
  const [, from] = rangeOf(left);
  const [to] = rangeOf(right);
  const between = script.slice(from, to).replace(/--\[(=*)\[[\s\S]*?\]\1\]|--[^\n]*/g, (comment) => ' '.repeat(comment.length));
  return from + between.indexOf('..');
}

function rangeOf(node: Node): [number, number] {
  // luaparse was asked for ranges; its types do not say so.
  return (node as { readonly range?: [number, number] }).range!;
}
