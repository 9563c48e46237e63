import { compileCondition } from './compiled';
import { ConditionError } from './condition-error';
import { Evaluator } from './evaluator';
import { Scope } from './predicates';
import { shown } from './value-type';
import { typeOfValue, type Value } from './values';

/**
 * What a condition says about a measured result, as the controller evaluates it. Throws ConditionError where the controller makes
 * the measurement an error, and UnsupportedCondition where only the controller can tell.
 * @see utils/evaluate/evaluate.go in argoproj/argo-rollouts
 */
export function evaluateCondition(source: string, result: Value): boolean {
  const value = conditionValue(source, result);
  if (typeof value === 'boolean') return value;
  throw new ConditionError(`the condition is ${shown(typeOfValue(value))}, not true or false`);
}

/** The value of a condition, whether or not it is true or false. */
export function conditionValue(source: string, result: Value): Value {
  // The controller compiles a condition for the type of what was measured just now.
  const { root, types } = compileCondition(source, typeOfValue(result));
  return new Evaluator(types, result).value(root, new Scope());
}
