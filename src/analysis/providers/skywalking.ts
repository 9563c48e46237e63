import { durationText, type DurationLike } from '../../manifests/duration';
import type { Condition } from '../condition';
import type { MetricProps } from '../metric-props';
import { listShape } from '../result-shape';
import type { MeasuredWire } from '../wire';
import { checkedAddress, checkedText } from './address';

/** What of the answer a comparison looks at; expressions look themselves. */
export type SkywalkingJudgement =
  | {
    /** The numbers in the answer, as an expression for a list: `map(result.service_sla.values.values, {.value})`. */
    readonly values: `${string}result${string}`;
    /** When a measurement is a success: when each of the numbers is. */
    readonly success: Condition;
  }
  | {
    /** When a measurement is a success. `result` is what is under `data` in the answer. */
    readonly success: Condition<never>;
    readonly values?: undefined;
  };

/** A metric that Apache SkyWalking answers. */
export type SkywalkingMetricProps = MetricProps & SkywalkingJudgement & {
  /** URL of the server with its scheme; the controller adds `/graphql`. */
  readonly address: string;
  /** The query, in GraphQL. Its variable `$duration` is the window. */
  readonly query: string;
  /** How far the query looks back. */
  readonly window: DurationLike;
};

/** How a metric is measured by SkyWalking, and what its conditions see. */
export function skywalkingToKube(what: string, props: SkywalkingMetricProps): MeasuredWire {
  const skywalking = {
    address: checkedAddress(what, props.address, 'http://skywalking-oap.istio-system:12800'),
    interval: durationText(props.window, `${what}: window`),
    query: checkedText(what, 'query', props.query),
  };
  const shape = listShape({ list: props.values ?? 'result', value: 'asFloat(#)', missing: '# == nil', mayBeEmpty: true });
  return { ...props.success._toKube(what, shape), provider: { skywalking } };
}
