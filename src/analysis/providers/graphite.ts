import { FLOAT, listOf } from '../../languages/conditions/value-type';
import type { Condition } from '../condition';
import type { MetricProps } from '../metric-props';
import { listShape } from '../result-shape';
import type { MeasuredWire } from '../wire';
import { checkedAddress, checkedText } from './address';

/**
 * A metric that Graphite answers. An unknown target is an error of the measurement; `noData` decides on a target whose points are
 * all null.
 */
export type GraphiteMetricProps = MetricProps & {
  /** URL of the server with its scheme. */
  readonly address: string;
  /** Parameters of the render API: `target=...&from=-5min`. The condition has to hold for every point of the first target. */
  readonly query: string;
  /** When a measurement is a success. */
  readonly success: Condition;
};

/** How a metric is measured by Graphite, and what its conditions see. */
export function graphiteToKube(what: string, props: GraphiteMetricProps): MeasuredWire {
  const graphite = {
    address: checkedAddress(what, props.address, 'http://graphite.monitoring:8080'),
    query: checkedText(what, 'query', props.query),
  };
  return { ...props.success._toKube(what, listShape({ type: listOf(FLOAT), list: 'result', mayBeEmpty: true })), provider: { graphite } };
}
