import { InputError } from '../../manifests/input-error';
import { limitFields } from '../limit-fields';
import type { MetricProps } from '../metric-props';
import type { KayentaWire, MeasuredWire } from '../wire';
import { checkedAddress } from './address';

/** Which pods a score is about, and when. */
export interface KayentaScopeDetail {
  /** What Kayenta puts into its queries, such as the pod hash. */
  readonly scope: string;
  /** Where: `us-east-1`. */
  readonly region: string;
  /** Seconds between two points. */
  readonly step: number;
  /**
   * When it begins, as an RFC 3339 time. Set on both sides or on none.
   * @default - one interval ago or, with `lookback`, when the analysis began
   */
  readonly start?: string;
  /**
   * When it ends. Set on both sides or on none.
   * @default - now
   */
  readonly end?: string;
}

/** The two sides that are compared. */
export interface KayentaScope {
  /** What metrics of the canary configuration name as their `scopeName`: `default`. */
  readonly name: string;
  /** What is known to be good: the stable pods. */
  readonly controlScope: KayentaScopeDetail;
  /** What is judged: the canary. */
  readonly experimentScope: KayentaScopeDetail;
}

/**
 * A metric that Kayenta judges by a score between 0 and 100. It has no conditions: a score of `pass` or more is a success, one of
 * `marginal` or more inconclusive, and any other a failure.
 */
export type KayentaMetricProps = MetricProps & {
  /** URL of Kayenta with its scheme. */
  readonly address: string;
  /** Application that the canary configuration belongs to. */
  readonly application: string;
  /** Name of the canary configuration. */
  readonly canaryConfigName: string;
  /** Account that metrics are read with. */
  readonly metricsAccountName: string;
  /** Account that configurations are read with. */
  readonly configurationAccountName: string;
  /** Account that results are stored with. */
  readonly storageAccountName: string;
  /** The scores, whole numbers from 0 to 100. */
  readonly threshold: { readonly pass: number; readonly marginal: number };
  /** What is compared with what. */
  readonly scopes: readonly KayentaScope[];
  /**
   * Judges everything since the analysis began, instead of the last interval.
   * @default false
   */
  readonly lookback?: boolean;
};

/** How a metric is judged by Kayenta. */
export function kayentaToKube(what: string, props: KayentaMetricProps): MeasuredWire {
  const { pass, marginal } = props.threshold;
  for (const [name, value] of Object.entries(props.threshold)) {
    if (!(Number.isInteger(value) && value >= 0 && value <= 100)) throw new InputError(`${what}: threshold.${name} is ${value}. give a whole number from 0 to 100`);
  }
  if (marginal > pass) {
    throw new InputError(`${what}: threshold.marginal ${marginal} is above threshold.pass ${pass}. a marginal score is less than a good one`);
  }
  if (props.scopes.length === 0) throw new InputError(`${what}: scopes is empty, so nothing is compared. give one scope`);
  props.scopes.forEach((scope, i) => checkScope(`${what}: scopes[${i}]`, scope, props));
  const kayenta: KayentaWire = {
    address: checkedAddress(what, props.address, 'http://kayenta.monitoring:8090'),
    application: props.application,
    canaryConfigName: props.canaryConfigName,
    configurationAccountName: props.configurationAccountName,
    lookback: props.lookback,
    metricsAccountName: props.metricsAccountName,
    scopes: props.scopes,
    storageAccountName: props.storageAccountName,
    threshold: { pass, marginal },
  };
  return { provider: { kayenta } };
}

function checkScope(what: string, { controlScope, experimentScope }: KayentaScope, props: KayentaMetricProps): void {
  for (const field of ['start', 'end'] as const) {
    if ((controlScope[field] === undefined) !== (experimentScope[field] === undefined)) {
      throw new InputError(`${what} sets ${field} on one side only. set it in controlScope and experimentScope, or in neither`);
    }
  }
  if (controlScope.start === undefined && !props.lookback && limitFields(what, props).interval === undefined) {
    throw new InputError(`${what} has no start, and the metric has no interval to look back. ` +
      'give the metric an interval, set lookback, or write start and end');
  }
}
