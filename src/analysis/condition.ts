import { InputError } from '../manifests/input-error';
import type { ArgReference } from './argument';

/** What an empty or NaN result means: nobody called the service, or the metric's name is wrong. */
export type NoData = 'inconclusive' | 'pass' | 'fail';

/** Options of a comparison. */
export interface ComparisonOptions {
  /**
   * What a measurement without data counts as.
   * @default 'inconclusive' - the rollout pauses and a person decides; a `pass` would hide a misspelt metric for ever
   */
  readonly noData?: NoData;
}

/** The two conditions of a metric, as Argo Rollouts evaluates them. */
export interface ConditionExpressions {
  readonly successCondition: string;
  readonly failureCondition?: string;
}

/**
 * When a measurement is a success. Comparisons hold for every series that the query returns, and decide what an empty or
 * NaN result means. Argo Rollouts itself would raise an error on an empty result, and call NaN a failure.
 */
export class Condition {
  /** Successful below the limit, failed at or above it. */
  public static below(limit: number | ArgReference, options: ComparisonOptions = {}): Condition {
    return Condition.compare('<', '>=', limit, options);
  }

  /** Successful at or below the limit. */
  public static atMost(limit: number | ArgReference, options: ComparisonOptions = {}): Condition {
    return Condition.compare('<=', '>', limit, options);
  }

  /** Successful above the limit, failed at or below it. */
  public static above(limit: number | ArgReference, options: ComparisonOptions = {}): Condition {
    return Condition.compare('>', '<=', limit, options);
  }

  /** Successful at or above the limit. */
  public static atLeast(limit: number | ArgReference, options: ComparisonOptions = {}): Condition {
    return Condition.compare('>=', '<', limit, options);
  }

  /**
   * Your own expressions in the controller's language, where `result` is what the provider measured.
   * With both set, a measurement that meets neither is inconclusive.
   */
  public static expression(expressions: ConditionExpressions): Condition {
    return new Condition(expressions);
  }

  private static compare(holds: string, fails: string, limit: number | ArgReference, options: ComparisonOptions): Condition {
    if (typeof limit === 'number' && !Number.isFinite(limit)) {
      throw new InputError(`the limit of a condition is ${limit}. give a finite number`);
    }
    // A Prometheus vector arrives as a list of numbers, one a series.
    const data = 'len(result) > 0 && none(result, {isNaN(#)})';
    const good = `all(result, {# ${holds} ${limit}})`;
    switch (options.noData ?? 'inconclusive') {
      case 'inconclusive':
        return new Condition({
          successCondition: `${data} && ${good}`,
          failureCondition: `${data} && any(result, {# ${fails} ${limit}})`,
        });
      case 'pass':
        return new Condition({ successCondition: `all(result, {isNaN(#) || # ${holds} ${limit}})` });
      case 'fail':
        return new Condition({ successCondition: `${data} && ${good}` });
    }
  }

  private constructor(private readonly expressions: ConditionExpressions) {}

  /** @internal */
  public _toKube(): ConditionExpressions {
    return this.expressions;
  }
}
