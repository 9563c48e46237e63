import { InputError } from '../../manifests/input-error';
import type { Condition } from '../condition';
import type { MetricProps } from '../metric-props';
import { listShape } from '../result-shape';
import type { MeasuredWire } from '../wire';

/** A metric that a plugin of the controller measures. `Config` is what the plugin takes. */
export type PluginMetricProps<Config extends object> = MetricProps & {
  /** Name under which the plugin is registered in the ConfigMap `argo-rollouts-config`: `argoproj-labs/sample-prometheus`. */
  readonly plugin: `${string}/${string}`;
  /** The plugin's configuration, as the plugin documents it. */
  readonly config: Config;
  /**
   * When a measurement is a success. The plugin decides what `result` is, and whether it looks at conditions at all.
   * @default - the plugin decides
   */
  readonly success?: Condition<never>;
};

/** How a metric is measured by a plugin. */
export function pluginToKube<Config extends object>(what: string, props: PluginMetricProps<Config>): MeasuredWire {
  if (!/^[a-zA-Z0-9-]+\/[a-zA-Z0-9_.-]+$/.test(props.plugin)) {
    throw new InputError(`${what}: the plugin is ${JSON.stringify(props.plugin)}. give the name it is registered under, such as org/name`);
  }
  return {
    ...props.success?._toKube(what, listShape({ list: 'result', mayBeEmpty: true })),
    provider: { plugin: { [props.plugin]: props.config } },
  };
}
