import type { Manifest } from '../../manifests/manifest';
import { pointer } from '../../manifests/pointer';
import { compileRule, reasonToSkip } from './cel-engine';
import { celValue } from './cel-value';
import { shown } from './describe-value';
import type { NodeRule } from './packed-node';
import type { Schema, SchemaNode } from './schema';
import type { SchemaProblem } from './schema-problem';

/** A rule of a schema that is not evaluated. */
export interface SkippedRule {
  readonly rule: string;
  readonly reason: string;
}

/**
 * Evaluates the rules of a schema (`x-kubernetes-validations`) for an object whose structure is right.
 * As in the API server, a rule that cannot be evaluated for its value counts as broken.
 */
export function checkRules(manifest: Manifest, schema: Schema): SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  if (!schema.rules.some(({ rule }) => isEvaluated(rule))) return problems;
  celValue(manifest, schema.root, (value, node, path) => {
    for (const rule of rulesOf(node)) {
      const verdict = compileRule(rule.rule)(value);
      if (!verdict.holds) problems.push(problemOf(rule, verdict.error, value, pointer('', ...path)));
    }
  });
  return problems;
}

/** The rules of a schema that are not evaluated, and why. */
export function skippedRules(schema: Schema): SkippedRule[] {
  return schema.rules.flatMap(({ rule }) => {
    const reason = reasonToSkip(rule);
    return reason === undefined ? [] : [{ rule, reason }];
  });
}

const evaluatedRules = new Map<string, boolean>();

function isEvaluated(rule: string): boolean {
  let evaluated = evaluatedRules.get(rule);
  if (evaluated === undefined) {
    evaluated = reasonToSkip(rule) === undefined;
    evaluatedRules.set(rule, evaluated);
  }
  return evaluated;
}

function rulesOf(node: SchemaNode): readonly NodeRule[] {
  return node.constraints?.rules?.filter(({ rule }) => isEvaluated(rule)) ?? [];
}

function problemOf(rule: NodeRule, error: string | undefined, value: unknown, place: string): SchemaProblem {
  const isScalar = typeof value !== 'object' || value === null;
  return {
    pointer: place,
    keyword: 'rule',
    message: rule.message ?? (error === undefined ? 'breaks a rule of its kind' : `a rule cannot be evaluated: ${error}`),
    ...(isScalar ? { received: shown(value) } : {}),
    expected: rule.rule,
    structural: false,
  };
}
