import { LIST } from '../../languages/conditions/value-type';
import { durationText, type DurationLike, secondsOf } from '../../manifests/duration';
import { InputError } from '../../manifests/input-error';
import type { Condition } from '../condition';
import type { MetricProps } from '../metric-props';
import type { ResultShape } from '../result-shape';
import type { CloudWatchWire, MeasuredWire } from '../wire';

/** A statistic of a metric, or an expression over other queries. */
export type CloudWatchQuery = {
  /** Name for expressions: begins with a small letter. */
  readonly id: string;
  /**
   * Name for people.
   * @default - CloudWatch makes one
   */
  readonly label?: string;
  /**
   * Whether its values are a result. Set it to `false` for what only expressions use.
   * @default true
   */
  readonly returnData?: boolean;
} & (
  | {
    /** The metric and how its points are summed up. */
    readonly metricStat: CloudWatchMetricStat;
    readonly expression?: undefined;
    readonly period?: undefined;
  }
  | {
    /** Metric math over the ids of other queries, or a query in SQL. */
    readonly expression: string;
    /**
     * Time between two points: of use for a query in SQL.
     * @default - that of the queries in the expression
     */
    readonly period?: DurationLike;
    readonly metricStat?: undefined;
  }
);

/** A metric of CloudWatch, summed up over periods. */
export interface CloudWatchMetricStat {
  /** What AWS calls it: `AWS/ApplicationELB`, `RequestCount`, `{ LoadBalancer: 'app/web/50dc6c495c0c9188' }`. */
  readonly metric: {
    readonly namespace: string;
    readonly metricName: string;
    readonly dimensions?: Readonly<Record<string, string>>;
  };
  /** Length of the periods that are summed up. */
  readonly period: DurationLike;
  /** How: `Sum`, `Average`, `p99`. */
  readonly stat: string;
  /**
   * Only points in this unit.
   * @default - any
   */
  readonly unit?: string;
}

/** A metric that Amazon CloudWatch answers, with the controller's own AWS identity. */
export type CloudWatchMetricProps = MetricProps & {
  /** The queries. A comparison judges the one that returns data, and has to hold for each of its points. */
  readonly metricDataQueries: readonly CloudWatchQuery[];
  /** When a measurement is a success. In an expression, `result` is a list of structs with `.Id`, `.Label` and `.Values`. */
  readonly success: Condition;
  /**
   * How far the queries look back.
   * @default 5m
   */
  readonly window?: DurationLike;
};

/** How a metric is measured by CloudWatch, and what its conditions see. */
export function cloudWatchToKube(what: string, props: CloudWatchMetricProps): MeasuredWire {
  checkQueries(what, props);
  const cloudWatch: CloudWatchWire = {
    interval: props.window && durationText(props.window, `${what}: window`),
    metricDataQueries: props.metricDataQueries.map((query) => queryToKube(what, query)),
  };
  return { ...props.success._toKube(what, RESULTS), provider: { cloudWatch } };
}

/** Each result has a list of values, which is empty where there are no points. */
const RESULTS: ResultShape = {
  type: LIST,
  data: 'len(result) > 0 && none(result, {len(.Values) == 0})',
  every: (_, term) => `all(result, {all(.Values, {${term('#')}})})`,
  some: (_, term) => `any(result, {any(.Values, {${term('#')}})})`,
  everyKnown: (_, term) => `all(result, {all(.Values, {${term('#')}})})`,
};

function queryToKube(what: string, query: CloudWatchQuery): CloudWatchWire['metricDataQueries'][number] {
  const { id, label, returnData } = query;
  if (query.metricStat === undefined) {
    const period = query.period && secondsOf(query.period, `${what}: period of ${id}`);
    return { id, label, expression: query.expression, period, returnData };
  }
  const { metric: { namespace, metricName, dimensions }, stat, unit } = query.metricStat;
  return {
    id,
    label,
    metricStat: {
      metric: { namespace, metricName, dimensions: dimensions && Object.entries(dimensions).map(([name, value]) => ({ name, value })) },
      period: secondsOf(query.metricStat.period, `${what}: period of ${id}`),
      stat,
      unit,
    },
    returnData,
  };
}

function checkQueries(what: string, { metricDataQueries, success }: CloudWatchMetricProps): void {
  const ids = metricDataQueries.map(({ id }) => id);
  const wrong = ids.find((id) => !/^[a-z]\w*$/.test(id));
  if (wrong !== undefined) {
    throw new InputError(`${what}: the id of a query is ${JSON.stringify(wrong)}. CloudWatch takes letters, digits and _, a small letter first`);
  }
  const twice = ids.find((id, i) => ids.indexOf(id) < i);
  if (twice !== undefined) throw new InputError(`${what}: two queries have the id ${twice}. give each its own`);
  const returned = metricDataQueries.filter(({ returnData = true }) => returnData).map(({ id }) => id);
  if (returned.length === 0) throw new InputError(`${what}: no query returns data, so there is nothing to judge. leave out one returnData: false`);
  if (returned.length > 1 && success._compares) {
    throw new InputError(`${what}: the queries ${returned.join(', ')} all return data, and a comparison judges one. ` +
      'set returnData: false on those that only expressions use, or write Condition.expression');
  }
}
