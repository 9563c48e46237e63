import type { Construct } from 'constructs';
import { InputError } from '../manifests/input-error';
import type { ControllerWrites } from '../render/controller-writes';
import { EVERY_ROUTER, type RouterAbilities, type RouterAbility } from './router-ability';
import type { ITrafficRouter, TrafficRouterConfig, TrafficRouterTarget } from './router-binding';
import { servicePair } from './service-pair';

/** What a plugin may be able to do beside weights. Argo Rollouts 1.9 refuses mirror steps for plugins. */
export type PluginAbility = Exclude<RouterAbility, 'canaryScale' | 'mirrorRoutes'>;

/** What Argo Rollouts cannot know of a plugin, and its author says. */
export interface PluginRouterOptions<Can extends PluginAbility = never> {
  // Without the second half of the type any abilities would be taken, and none counted, where Can is never.
  /**
   * What the plugin can do beside weights: `{ headerRoutes: true }`. Steps that need more do not compile.
   * @default - weights only
   */
  readonly abilities?: RouterAbilities<Can> & { readonly [Other in Exclude<PluginAbility, Can>]?: undefined };
  /**
   * The weight that stands for all of the traffic. Weights of steps go from 0 to it.
   * @default 100
   */
  readonly maxTrafficWeight?: number;
  /**
   * What the plugin writes into objects that are in Git, so that Argo CD does not set it back while a release runs.
   * @default - nothing: the plugin changes objects of its own alone
   */
  readonly controllerWrites?: readonly ControllerWrites[];
}

const PLUGIN_NAME = /^[\w.-]+\/[\w.-]+$/;

/** Hands the weights to a plugin of the controller. Emits the two Services; everything else is the plugin's. */
export class PluginRouter<Can extends PluginAbility> implements ITrafficRouter<'canaryScale' | Can> {
  public readonly routerName: string;
  public readonly abilities: RouterAbilities<'canaryScale' | Can>;
  private readonly config: object;
  private readonly maxTrafficWeight: number | undefined;
  private readonly controllerWrites: readonly ControllerWrites[];

  public constructor(private readonly name: string, config: object, options: PluginRouterOptions<Can>) {
    if (!PLUGIN_NAME.test(name)) {
      throw new InputError(`the router plugin is named ${JSON.stringify(name)}. plugins are named namespace/name, such as my-org/my-router`);
    }
    const { maxTrafficWeight } = options;
    if (maxTrafficWeight !== undefined && (!Number.isInteger(maxTrafficWeight) || maxTrafficWeight < 1)) {
      throw new InputError(`maxTrafficWeight is ${maxTrafficWeight}. give a whole number above 0, such as 1000 for steps of a tenth of a percent`);
    }
    this.routerName = name;
    this.config = structuredClone(config);
    this.maxTrafficWeight = maxTrafficWeight;
    this.controllerWrites = structuredClone(options.controllerWrites ?? []);
    this.abilities = { ...EVERY_ROUTER, ...options.abilities } as RouterAbilities<'canaryScale' | Can>;
  }

  public bind(_scope: Construct, target: TrafficRouterTarget): TrafficRouterConfig {
    const { stable, canary } = servicePair(target);
    return {
      service: stable,
      stableService: stable,
      canaryService: canary,
      trafficRouting: { plugins: { [this.name]: this.config }, maxTrafficWeight: this.maxTrafficWeight },
      controllerWrites: this.controllerWrites,
    };
  }
}
