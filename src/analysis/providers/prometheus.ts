import { secondsOf, type DurationLike } from '../../manifests/duration';
import { InputError } from '../../manifests/input-error';
import type { Condition } from '../condition';
import type { MetricProps } from '../metric-props';
import { checkedPromQl, type PromQl } from '../promql';
import type { PrometheusWire } from '../wire';

/** A metric that Prometheus, or a server that speaks its query API, answers. */
export type PrometheusMetricProps = MetricProps & {
  /** URL of the server with its scheme, reachable from the controller's pod: `http://prometheus.monitoring:9090`. */
  readonly address: string;
  /** The query, best written with the `promql` tag. Its result is a list of numbers, one a series. */
  readonly query: PromQl | string;
  /** When a measurement is a success. */
  readonly success: Condition;
  /**
   * How long a query may take.
   * @default 30s
   */
  readonly timeout?: DurationLike;
};

/** The `prometheus` provider of a metric. */
export function prometheusProvider(name: string, props: PrometheusMetricProps): PrometheusWire {
  const what = `metric ${JSON.stringify(name)}`;
  if (!/^https?:\/\/[^/]+/.test(props.address) && !props.address.startsWith('{{args.')) {
    throw new InputError(`${what}: address is ${JSON.stringify(props.address)}. give a URL with scheme and host, ` +
      'such as http://prometheus.monitoring:9090');
  }
  return {
    address: props.address,
    query: checkedQuery(what, props.query),
    timeout: props.timeout && secondsOf(props.timeout, `${what}: timeout`),
  };
}

function checkedQuery(what: string, query: PromQl | string): string {
  if (typeof query !== 'string') return query.text;
  try {
    return checkedPromQl(query).text;
  } catch (error) {
    throw new InputError(`${what}: ${error instanceof InputError ? error.reason : String(error)}`);
  }
}
