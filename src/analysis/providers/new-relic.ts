import { type DurationLike, secondsOf } from '../../manifests/duration';
import type { Condition } from '../condition';
import type { MetricProps } from '../metric-props';
import { listShape, ONE_OR_MANY, type ResultShape, singleShape } from '../result-shape';
import type { MeasuredWire } from '../wire';
import { checkedText } from './address';

/** What of a row a comparison looks at; expressions look themselves. */
export type NewRelicJudgement =
  | {
    /** The column: its alias (`SELECT ... AS errorRate`), or the name that New Relic gives it (`average.duration`). */
    readonly field: string;
    /** When a measurement is a success: when the column of every row is. */
    readonly success: Condition<number | string | boolean>;
  }
  | {
    /** When a measurement is a success. `result` is the row or, where there are several, the list of rows. */
    readonly success: Condition<never>;
    readonly field?: undefined;
  };

/** A metric that New Relic answers. No row at all is an error of the measurement; `noData` decides on a column that is null. */
export type NewRelicMetricProps = MetricProps & NewRelicJudgement & {
  /** The query, in NRQL. */
  readonly query: string;
  /**
   * The Secret with the keys `personal-api-key` and `account-id`, in the controller's namespace.
   * @default 'newrelic'
   */
  readonly profile?: string;
  /**
   * How long a query may take.
   * @default 5s
   */
  readonly timeout?: DurationLike;
};

/** How a metric is measured by New Relic, and what its conditions see. */
export function newRelicToKube(what: string, props: NewRelicMetricProps): MeasuredWire {
  const newRelic = {
    profile: props.profile,
    query: checkedText(what, 'query', props.query),
    timeout: props.timeout && secondsOf(props.timeout, `${what}: timeout`),
  };
  return { ...props.success._toKube(what, rowShape(props.query, props.field ?? '')), provider: { newRelic } };
}

// Only these clauses give several rows; and then there may still be one, which is no list.
function rowShape(query: string, field: string): ResultShape {
  const column = /^[a-z_]\w*$/i.test(field) ? `.${field}` : `[${JSON.stringify(field)}]`;
  if (/\b(FACET|TIMESERIES|COMPARE\s+WITH)\b/i.test(query)) {
    return listShape({ list: ONE_OR_MANY, value: `#${column}`, missing: `#${column} == nil`, mayBeEmpty: false });
  }
  const value = `result${column}`;
  return singleShape({ value: { number: value, any: value }, known: `${value} != nil`, missing: `${value} == nil` });
}
