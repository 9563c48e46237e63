import { conditionProblem } from '../languages/conditions/problem';
import type { Type } from '../languages/conditions/value-type';
import { InputError } from '../manifests/input-error';
import type { ArgReference } from './argument';
import type { Judged, ResultShape, Term } from './result-shape';

/** What an empty or NaN result means: nobody called the service, or the metric's name is wrong. */
export type NoData = 'inconclusive' | 'pass' | 'fail';

/** Options of a comparison. */
export interface ComparisonOptions {
  /**
   * What a measurement without data counts as. Some providers answer with an error where there is no data: it counts towards
   * `consecutiveErrorLimit` instead, and the metric says so.
   * @default 'inconclusive' - the rollout pauses and a person decides; a `pass` would hide a misspelt metric for ever
   */
  readonly noData?: NoData;
}

/** The two conditions of a metric, as Argo Rollouts evaluates them. */
export interface ConditionExpressions {
  /** True for a measurement that is a success: `result[0] < 0.05`. */
  readonly successCondition: string;
  /**
   * True for a measurement that is a failure.
   * @default - each that is no success
   */
  readonly failureCondition?: string;
}

/** What a condition may be compared with. */
type Limit = number | ArgReference;

interface Comparison {
  readonly judged: Judged;
  readonly good: Term;
  readonly bad: Term;
}

/**
 * When a measurement is a success. A comparison is written out for what its provider measures: it holds for every series, row or
 * point of a list, and decides what an empty or NaN result means. Argo Rollouts itself would raise an error on an empty result,
 * and call NaN a failure. `V` is what the condition judges; one of your own expressions judges anything.
 */
export class Condition<out V = number> {
  /** Successful below the limit, failed at or above it. */
  public static below(limit: Limit, options: ComparisonOptions = {}): Condition {
    return Condition.limit('<', '>=', limit, options);
  }

  /** Successful at or below the limit. */
  public static atMost(limit: Limit, options: ComparisonOptions = {}): Condition {
    return Condition.limit('<=', '>', limit, options);
  }

  /** Successful above the limit, failed at or below it. */
  public static above(limit: Limit, options: ComparisonOptions = {}): Condition {
    return Condition.limit('>', '<=', limit, options);
  }

  /** Successful at or above the limit. */
  public static atLeast(limit: Limit, options: ComparisonOptions = {}): Condition {
    return Condition.limit('>=', '<', limit, options);
  }

  /** Successful from `low` to `high`, both included; failed outside. */
  public static between(low: Limit, high: Limit, options: ComparisonOptions = {}): Condition {
    checkLimit(low);
    checkLimit(high);
    if (typeof low === 'number' && typeof high === 'number' && low > high) {
      throw new InputError(`nothing is between ${low} and ${high}. write the lower limit first`);
    }
    const good: Term = (value) => `${value} >= ${literal(low)} && ${value} <= ${literal(high)}`;
    return Condition.compare({ judged: 'number', good, bad: (value) => `!(${good(value)})` }, options);
  }

  /**
   * Successful when the value is this one. Text, in which arguments may stand, and truth values are for providers that read JSON,
   * such as `Metric.web`.
   */
  public static equals(value: number, options?: ComparisonOptions): Condition;
  /** The same for text and truth values. */
  public static equals(value: string | boolean, options?: ComparisonOptions): Condition<string | boolean>;
  public static equals(value: number | string | boolean, options: ComparisonOptions = {}): Condition<number | string | boolean> {
    if (typeof value === 'number') return Condition.limit('==', '!=', value, options);
    const wanted = JSON.stringify(value);
    return Condition.compare({ judged: 'any', good: (v) => `${v} == ${wanted}`, bad: (v) => `${v} != ${wanted}` }, options);
  }

  /**
   * Your own expressions in the controller's language, where `result` is what the provider measured.
   * With both set, a measurement that meets neither is inconclusive.
   */
  public static expression(expressions: ConditionExpressions): Condition<never> {
    checkExpressions(expressions);
    return new Condition<never>(({ type }, what) => {
      if (type) checkExpressions(expressions, type, what);
      return expressions;
    }, undefined);
  }

  private static limit(holds: string, fails: string, limit: Limit, options: ComparisonOptions): Condition {
    checkLimit(limit);
    const wanted = literal(limit);
    return Condition.compare({
      judged: 'number', good: (value) => `${value} ${holds} ${wanted}`, bad: (value) => `${value} ${fails} ${wanted}`,
    }, options);
  }

  private static compare<V>({ judged, good, bad }: Comparison, { noData = 'inconclusive' }: ComparisonOptions): Condition<V> {
    return new Condition<V>((shape) => {
      const known = (test: string): string => (shape.data ? `${shape.data} && ${test}` : test);
      if (noData === 'pass') return { successCondition: shape.everyKnown(judged, good) };
      const successCondition = known(shape.every(judged, good));
      // A failure condition is what tells "no data" from "failed"; where no data cannot be, it would say nothing.
      if (noData === 'fail' || !shape.data) return { successCondition };
      return { successCondition, failureCondition: known(shape.some(judged, bad)) };
    }, judged);
  }

  /** Says to the compiler what is judged; there is no such value. */
  protected declare readonly judges: V;

  private constructor(
    private readonly render: (shape: ResultShape, what: string) => ConditionExpressions,
    private readonly judged: Judged | undefined,
  ) {}

  /** @internal */
  public get _compares(): boolean {
    return this.judged !== undefined;
  }

  /** @internal */
  public _toKube(what: string, shape: ResultShape): ConditionExpressions {
    return this.render(shape, what);
  }
}

function checkExpressions(expressions: ConditionExpressions, type?: Type, what?: string): void {
  for (const [field, source] of Object.entries(expressions) as [string, string | undefined][]) {
    const problem = source === undefined ? undefined : conditionProblem(source, type);
    if (problem !== undefined) throw new InputError(`${what ? `${what}: ` : ''}${field} is no condition${what ? ' for what is measured' : ''}: ${problem}\n  ${source}`);
  }
}

/** A number as the language reads it: digits are a whole number there, of 64 bits at most. */
function literal(limit: Limit): string {
  return Number.isInteger(limit) && !Number.isSafeInteger(limit) ? Number(limit).toExponential() : String(limit);
}

function checkLimit(limit: Limit): void {
  if (typeof limit === 'number' && !Number.isFinite(limit)) {
    throw new InputError(`the limit of a condition is ${limit}. give a finite number`);
  }
}
