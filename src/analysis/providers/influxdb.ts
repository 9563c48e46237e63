import { LIST } from '../../languages/conditions/value-type';
import type { Condition } from '../condition';
import type { MetricProps } from '../metric-props';
import { listShape } from '../result-shape';
import type { MeasuredWire } from '../wire';
import { checkedText } from './address';

/** A metric that InfluxDB answers. No record at all is an error of the measurement; `noData` decides on a record without a value. */
export type InfluxdbMetricProps = MetricProps & {
  /** The query, in Flux. The condition has to hold for the value of every record. */
  readonly query: string;
  /** When a measurement is a success. */
  readonly success: Condition;
  /**
   * The Secret with the keys `address`, `authToken` and `org`, in the controller's namespace.
   * @default 'influxdb'
   */
  readonly profile?: string;
};

/** How a metric is measured by InfluxDB, and what its conditions see. */
export function influxdbToKube(what: string, props: InfluxdbMetricProps): MeasuredWire {
  const influxdb = { profile: props.profile, query: checkedText(what, 'query', props.query) };
  // Values may be whole numbers or nil, and the language compares neither with a fraction unless told to.
  const shape = listShape({ type: LIST, list: 'result', value: 'asFloat(#)', missing: '# == nil || isNaN(asFloat(#))', mayBeEmpty: false });
  return { ...props.success._toKube(what, shape), provider: { influxdb } };
}
