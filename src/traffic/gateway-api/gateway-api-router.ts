import { ApiObject, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import { InputError } from '../../manifests/input-error';
import { fail } from '../../render/construct-error';
import { declareExternal } from '../../render/external';
import { checkedName } from '../../render/object-name';
import { EVERY_ROUTER, type RouterAbilities, type RouterAbility } from '../router-ability';
import type { ITrafficRouter, TrafficRouterConfig, TrafficRouterTarget } from '../router-binding';
import { type ServicePair, servicePair } from '../service-pair';
import { servicePort } from '../service-port';
import type { GatewayRoute } from './gateway-route';
import { checkManagedRules } from './managed-rules';
import { GATEWAY_API_PLUGIN, type GatewayApiPluginWire, listField, type PluginRouteWire, ROUTE_KINDS, selectorField } from './plugin-config';
import { backendRefs } from './route-specs';
import { ROUTE_API_VERSIONS } from './wire';

/** The routes of a rollout: at least one. */
export type GatewayRoutes = readonly [GatewayRoute, ...GatewayRoute[]];

/** What at least one of the routes can do. */
export type GatewayAbilitiesOf<R extends GatewayRoutes> =
  'canaryScale' | (R[number] extends infer One ? One extends { readonly abilities: infer A } ? keyof A & RouterAbility : never : never);

/** How the Gateway API plugin splits the traffic of a rollout. */
export interface GatewayApiRouterProps<R extends GatewayRoutes = GatewayRoutes> {
  /** The routes whose weights are moved. A step works when one of them can do it. */
  readonly routes: R;
  /**
   * Namespace of routes that are made elsewhere.
   * @default - the namespace of the rollout
   */
  readonly namespace?: string;
  /**
   * The label that routes carry while a canary gets traffic; `false` for none.
   * @default - rollouts.argoproj.io/gatewayapi-canary: in-progress
   */
  readonly inProgressLabel?: false | { readonly key?: string; readonly value?: string };
}

/**
 * Emits routes of the Gateway API, or binds to those that exist, and leaves the weights to the plugin
 * `argoproj-labs/gatewayAPI`. The Rollouts controller has to know the plugin: it stands under `trafficRouterPlugins` in the
 * ConfigMap argo-rollouts-config.
 */
export class GatewayApiRouter<R extends GatewayRoutes> implements ITrafficRouter<GatewayAbilitiesOf<R>> {
  public readonly routerName = 'gatewayApi';
  public readonly abilities: RouterAbilities<GatewayAbilitiesOf<R>>;
  private readonly routes: readonly GatewayRoute[];

  public constructor(private readonly props: GatewayApiRouterProps<R>) {
    this.routes = [...props.routes];
    // Together the routes can do what one of them can.
    const abilities: object = Object.assign({ ...EVERY_ROUTER }, ...this.routes.map((route) => route.abilities));
    this.abilities = abilities as RouterAbilities<GatewayAbilitiesOf<R>>;
    for (const kind of ROUTE_KINDS) {
      if (this.routes.filter((route) => route.kind === kind && 'matchLabels' in route._origin).length > 1) {
        throw new InputError(`two routes of kind ${kind} are selected by labels, and the plugin takes one selector a kind. ` +
          'select by labels that all of them carry');
      }
    }
    if (props.namespace !== undefined && this.routes.some((route) => 'spec' in route._origin)) {
      throw new InputError(`namespace is ${JSON.stringify(props.namespace)}, but routes that are made for a rollout stand beside it. ` +
        'leave namespace out, or name routes that exist by GatewayRoute.fromName');
    }
  }

  public bind(scope: Construct, target: TrafficRouterTarget): TrafficRouterConfig {
    const services = servicePair(target);
    const names = new Map(this.routes.map((route) => [route, this.place(scope, route, target, services)]));
    return {
      service: services.stable,
      stableService: services.stable,
      canaryService: services.canary,
      trafficRouting: { plugins: { [GATEWAY_API_PLUGIN]: this.config(scope, names, target.managedRoutes.length > 0) } },
    };
  }

  /** The name of a route, which is made if it is ours. Routes that are found by their labels have none. */
  private place(scope: Construct, route: GatewayRoute, target: TrafficRouterTarget, services: ServicePair): string | undefined {
    const { kind, _origin: origin } = route;
    if ('matchLabels' in origin) return undefined;
    const apiVersion = ROUTE_API_VERSIONS[kind];
    if ('existing' in origin) {
      declareExternal(scope, { apiVersion, kind, name: origin.existing, namespace: this.props.namespace });
      return origin.existing;
    }
    checkManagedRules(scope, kind, origin.rules, route.headerRoutes ? target.managedRoutes : []);
    const name = origin.name === undefined ? target.name : checkedName(scope, origin.name, `the name of the ${kind}`);
    const id = origin.name === undefined ? kind : `${kind}-${name}`;
    const produce = () => origin.spec(backendRefs(services, (service) => servicePort(scope, service, origin.port, 'gatewayApi')));
    new ApiObject(scope, id, { apiVersion, kind, metadata: { name }, spec: Lazy.any({ produce }) });
    return name;
  }

  private config(scope: Construct, names: ReadonlyMap<GatewayRoute, string | undefined>, hasManagedRoutes: boolean): GatewayApiPluginWire {
    const { namespace, inProgressLabel } = this.props;
    const label = inProgressLabel === false ? undefined : inProgressLabel;
    const lists: Record<string, PluginRouteWire[]> = {};
    const selectors: Record<string, { matchLabels: Readonly<Record<string, string>> }> = {};
    for (const [route, name] of names) {
      if ('matchLabels' in route._origin) selectors[selectorField(route.kind)] = { matchLabels: route._origin.matchLabels };
      if (name === undefined) continue;
      const list = (lists[listField(route.kind)] ??= []);
      if (list.some((known) => known.name === name)) {
        throw fail(scope, `two routes of kind ${route.kind} are named ${name}. give one of them a name of its own, such as ${name}-internal`);
      }
      // A rule that leads to the canary alone is removed from a route that takes header rules, so only those take them that need to.
      list.push({ name, useHeaderRoutes: hasManagedRoutes && route.headerRoutes ? true : undefined });
    }
    return {
      ...lists,
      ...selectors,
      namespace,
      disableInProgressLabel: inProgressLabel === false ? true : undefined,
      inProgressLabelKey: label?.key,
      inProgressLabelValue: label?.value,
    };
  }
}
