import { checkCondition, type Types } from './checker';
import { parseCondition } from './parser';
import type { Node } from './tree';
import type { Type } from './value-type';

/** A condition, read and checked for one type of result. */
export interface CompiledCondition {
  readonly root: Node;
  readonly types: Types;
}

// A fleet has thousands of metrics and a handful of conditions, each asked for by several rules.
const known = new Map<string, CompiledCondition | { readonly thrown: unknown }>();
const LIMIT = 1000;

/** Reads a condition for a result of this type, once. Throws ConditionError. */
export function compileCondition(source: string, result: Type): CompiledCondition {
  const key = `${JSON.stringify(result)}\n${source}`;
  let compiled = known.get(key);
  if (!compiled) {
    if (known.size >= LIMIT) known.clear();
    compiled = compileNow(source, result);
    known.set(key, compiled);
  }
  if ('thrown' in compiled) throw compiled.thrown;
  return compiled;
}

function compileNow(source: string, result: Type): CompiledCondition | { readonly thrown: unknown } {
  try {
    const root = parseCondition(source);
    return { root, types: checkCondition(root, result) };
  } catch (thrown) {
    return { thrown };
  }
}
