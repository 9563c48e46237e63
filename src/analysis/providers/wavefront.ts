import { InputError } from '../../manifests/input-error';
import type { Condition } from '../condition';
import type { MetricProps } from '../metric-props';
import { listShape, ONE_OR_MANY } from '../result-shape';
import type { MeasuredWire } from '../wire';
import { checkedText } from './address';

/** A metric that Wavefront answers. No series at all is an error of the measurement, on which `noData` has no say. */
export type WavefrontMetricProps = MetricProps & {
  /** Host of the server, as the Secret `wavefront-api-tokens` of the controller's namespace has it for a key: `example.wavefront.com`. */
  readonly address: string;
  /** The query. The condition has to hold for every series of its result. */
  readonly query: string;
  /** When a measurement is a success. */
  readonly success: Condition;
};

/** How a metric is measured by Wavefront, and what its conditions see. */
export function wavefrontToKube(what: string, props: WavefrontMetricProps): MeasuredWire {
  if (!/^[-._a-zA-Z0-9]+$/.test(props.address) && !props.address.includes('{{args.')) {
    throw new InputError(`${what}: address is ${JSON.stringify(props.address)}. give the host alone, such as example.wavefront.com: ` +
      'the controller looks it up among the keys of a Secret, which have no scheme');
  }
  const wavefront = { address: props.address, query: checkedText(what, 'query', props.query) };
  return { ...props.success._toKube(what, listShape({ list: ONE_OR_MANY, mayBeEmpty: false })), provider: { wavefront } };
}
