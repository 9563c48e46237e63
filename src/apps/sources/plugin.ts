import type { ApplicationSpecSourcePlugin } from '../../../imports/types/argo-cd/application';

/** A parameter of a plugin: a text, a list of texts or texts by name. */
export type PluginParameter = string | readonly string[] | Readonly<Record<string, string>>;

/** What a config management plugin, a sidecar of Argo CD's repository server, is told. */
export interface PluginOptions {
  /**
   * Name of the plugin, with `-` and its version if it has one.
   * @default - the first plugin that takes the folder for its own
   */
  readonly name?: string;
  /**
   * Variables that the plugin sees as `ARGOCD_ENV_<name>`.
   * @default - none
   */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * Parameters that the plugin announces.
   * @default - none
   */
  readonly parameters?: Readonly<Record<string, PluginParameter>>;
}

/** What Argo CD is told. */
export function pluginToKube({ name, env, parameters }: PluginOptions): ApplicationSpecSourcePlugin {
  return {
    name,
    env: env && Object.entries(env).map(([key, value]) => ({ name: key, value })),
    parameters: parameters && Object.entries(parameters).map(([key, value]) => ({ name: key, ...parameterToKube(value) })),
  };
}

function parameterToKube(value: PluginParameter): { string?: string; array?: readonly string[]; map?: Readonly<Record<string, string>> } {
  if (typeof value === 'string') return { string: value };
  return isList(value) ? { array: value } : { map: value };
}

function isList(value: PluginParameter): value is readonly string[] {
  return Array.isArray(value);
}
