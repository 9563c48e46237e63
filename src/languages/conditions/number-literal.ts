import { ConditionError } from './condition-error';
import type { Token } from './tokens';
import type { Node } from './tree';

const LARGEST = 2n ** 63n - 1n;

/** The number that a token stands for: a whole one without a point or exponent. */
export function numberLiteral({ text, at }: Token): Node {
  const digits = text.replaceAll('_', '');
  if (/[.eE]/.test(digits) && !digits.includes('x')) {
    const value = /^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(digits) ? Number(digits) : Infinity;
    if (!Number.isFinite(value)) throw new ConditionError(`${JSON.stringify(text)} is no number`, at);
    return { kind: 'float', value, at };
  }
  // Only these two notations: octal and binary ones are read by the lexer, and refused by the parser.
  if (!/^(?:\d+|0x[0-9a-fA-F]+)$/.test(digits)) throw new ConditionError(`${JSON.stringify(text)} is no number`, at);
  const value = BigInt(digits);
  if (value > LARGEST) throw new ConditionError(`${text} is too large for a whole number`, at);
  return { kind: 'int', value, at };
}
