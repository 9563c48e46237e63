import { ConditionError } from '../../languages/conditions/condition-error';
import { evaluateCondition } from '../../languages/conditions/evaluate';
import type { Value } from '../../languages/conditions/values';
import type { JsonObject } from '../../manifests/json';
import type { CompletedPhase } from './phase';

/** What one measurement of a metric was judged to be. */
export interface JudgedMeasurement {
  readonly phase: CompletedPhase;
  /** Of an error: what went wrong. */
  readonly message?: string;
}

/**
 * Judges a measured result by the conditions of its metric: failureCondition wins, neither is inconclusive, and without a
 * condition everything is a success.
 * @see EvaluateResult of utils/evaluate/evaluate.go in argoproj/argo-rollouts
 */
export function judge(metric: JsonObject, result: Value): JudgedMeasurement {
  try {
    const success = holds(metric, 'successCondition', result);
    const failure = holds(metric, 'failureCondition', result);
    if (failure ?? (success === false)) return { phase: 'Failed' };
    return { phase: success ?? true ? 'Successful' : 'Inconclusive' };
  } catch (error) {
    if (error instanceof ConditionError) return { phase: 'Error', message: error.message };
    throw error;
  }
}

function holds(metric: JsonObject, key: 'successCondition' | 'failureCondition', result: Value): boolean | undefined {
  const condition = metric[key];
  if (typeof condition !== 'string' || condition === '') return undefined;
  try {
    return evaluateCondition(condition, result);
  } catch (error) {
    throw error instanceof ConditionError ? new ConditionError(`${key}: ${error.message}`) : error;
  }
}
