import { durationText, type DurationLike } from '../../manifests/duration';
import { InputError } from '../../manifests/input-error';
import type { Condition } from '../condition';
import type { MetricProps } from '../metric-props';
import { nilableShape } from '../result-shape';
import type { DatadogWire, MeasuredWire } from '../wire';
import { checkedText } from './address';

/** How Datadog makes one number of the points of a query. */
export type DatadogAggregator = NonNullable<DatadogWire['aggregator']>;

/** One query of either API, or several of the second with a formula that joins them. */
export type DatadogQuery =
  | {
    /**
     * API of the query. The first takes the last point of the first series.
     * @default 'v1'
     */
    readonly apiVersion?: 'v1';
    /** The query. */
    readonly query: string;
    readonly queries?: undefined;
    readonly formula?: undefined;
    readonly aggregator?: undefined;
  }
  | {
    /** API of the query. The second aggregates the points. */
    readonly apiVersion: 'v2';
    /** The query. */
    readonly query: string;
    /**
     * How points become one number.
     * @default 'last'
     */
    readonly aggregator?: DatadogAggregator;
    readonly queries?: undefined;
    readonly formula?: undefined;
  }
  | {
    /** API of the queries: only the second joins several. */
    readonly apiVersion: 'v2';
    /** The queries by the name that the formula has for them. */
    readonly queries: Readonly<Record<string, string>>;
    /** What is measured, in the names of the queries: `errors / requests`. */
    readonly formula: string;
    /**
     * How points become one number.
     * @default 'last'
     */
    readonly aggregator?: DatadogAggregator;
    readonly query?: undefined;
  };

/** A metric that Datadog answers. `noData` decides where it answers without a value. */
export type DatadogMetricProps = MetricProps & DatadogQuery & {
  /** When a measurement is a success. */
  readonly success: Condition;
  /**
   * How far the query looks back.
   * @default 5m
   */
  readonly window?: DurationLike;
  /**
   * The Secret with the keys `api-key`, `app-key` and, if need be, `address`: of the controller's namespace or, `namespaced`, of the
   * Rollout's.
   * @default - the controller's environment, then the Secret `datadog` of its namespace
   */
  readonly secretRef?: { readonly name: string; readonly namespaced?: boolean };
};

/** How a metric is measured by Datadog, and what its conditions see. */
export function datadogToKube(what: string, props: DatadogMetricProps): MeasuredWire {
  if (props.apiVersion !== 'v2' && (props.aggregator ?? props.queries) !== undefined) {
    throw new InputError(`${what}: ${props.aggregator === undefined ? 'queries' : 'aggregator'} needs apiVersion 'v2'. the default is v1, which has one query`);
  }
  const datadog: DatadogWire = {
    aggregator: props.aggregator,
    apiVersion: props.apiVersion,
    ...(props.queries === undefined ? { query: checkedText(what, 'query', props.query) } : joined(what, props.queries, props.formula)),
    interval: props.window && durationText(props.window, `${what}: window`),
    secretRef: props.secretRef,
  };
  return { ...props.success._toKube(what, nilableShape('asFloat(result)')), provider: { datadog } };
}

function joined(what: string, queries: Readonly<Record<string, string>>, formula: string): Pick<DatadogWire, 'queries' | 'formula'> {
  const names = Object.keys(queries);
  if (names.length === 0) throw new InputError(`${what}: queries is empty. name at least one query`);
  const unused = names.find((name) => !new RegExp(`(^|\\W)${name.replace(/\W/g, '\\$&')}($|\\W)`).test(formula));
  if (unused !== undefined) {
    throw new InputError(`${what}: the formula ${JSON.stringify(formula)} does not use the query ${unused}. its queries are: ${names.join(', ')}`);
  }
  return { queries, formula };
}
