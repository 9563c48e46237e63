import { compileCondition } from './compiled';
import { ConditionError, UndecidedCondition } from './condition-error';
import { constantTruth } from './constant-truth';
import { ANY, isAny, isBool, isTime, shown, type Type } from './value-type';

/**
 * What Argo Rollouts would have against a condition of a metric, in which `{{args.x}}` may stand; nothing when it may compile it
 * to true or false. `result` is the type of what the provider measures, where it is known.
 * @see utils/evaluate/evaluate.go in argoproj/argo-rollouts
 */
export function conditionProblem(source: string, result: Type = ANY): string | undefined {
  if (source.trim() === '') return 'the condition is empty';
  try {
    const { root, types } = compileCondition(source, result);
    const type = types.get(root)!;
    if (isBool(type) || isAny(type)) return undefined;
    return `it is ${shown(type)}, and has to be true or false. compare it with something`;
  } catch (error) {
    if (error instanceof UndecidedCondition) return undefined;
    if (error instanceof ConditionError) return error.message;
    throw error;
  }
}

/** What a condition is whatever was measured; undefined when that depends, or it does not compile. */
export function conditionTruth(source: string): boolean | undefined {
  try {
    return constantTruth(compileCondition(source, ANY).root);
  } catch {
    return undefined;
  }
}

/**
 * What Argo Rollouts would have against an expression for a point in time, in which `{{args.x}}` may stand. There is no result in it, nor
 * the functions about one. @see utils/evaluate/evaluate.go in argoproj/argo-rollouts
 */
export function timeProblem(source: string): string | undefined {
  try {
    const { root, types } = compileCondition(source, ANY);
    const foreign = [...types.keys()].find((node) => node.kind === 'identifier' && OF_RESULTS.includes(node.name));
    if (foreign?.kind === 'identifier') return `there is no ${foreign.name} in it`;
    const type = types.get(root)!;
    return isTime(type) || isAny(type) ? undefined : `it is ${shown(type)}. write an expression such as now() - duration("5m")`;
  } catch (error) {
    if (error instanceof UndecidedCondition) return undefined;
    if (error instanceof ConditionError) return error.message;
    throw error;
  }
}

const OF_RESULTS = ['result', 'asInt', 'asFloat', 'isNil', 'default'];
