import { type GatewayRouteKind, ROUTE_API_VERSIONS } from './wire';

/** A route in a list of the plugin's configuration. */
export interface PluginRouteWire {
  readonly name: string;
  readonly useHeaderRoutes?: boolean;
}

type ListField = 'httpRoutes' | 'grpcRoutes' | 'tcpRoutes' | 'tlsRoutes';
type SelectorField = 'httpRouteSelector' | 'grpcRouteSelector' | 'tcpRouteSelector' | 'tlsRouteSelector';

/**
 * The configuration of the plugin, as it stands in `trafficRouting.plugins`.
 * @see pkg/plugin/types.go in argoproj-labs/rollouts-plugin-trafficrouter-gatewayapi
 */
export type GatewayApiPluginWire = { readonly [F in ListField]?: readonly PluginRouteWire[] }
  & { readonly [F in SelectorField]?: { readonly matchLabels: Readonly<Record<string, string>> } }
  & {
    readonly namespace?: string;
    readonly disableInProgressLabel?: true;
    readonly inProgressLabelKey?: string;
    readonly inProgressLabelValue?: string;
  };

/** The name of the plugin. */
export const GATEWAY_API_PLUGIN = 'argoproj-labs/gatewayAPI';

/** Kinds of routes in the order of the configuration. */
export const ROUTE_KINDS = Object.keys(ROUTE_API_VERSIONS) as readonly GatewayRouteKind[];

/** The field that lists routes of a kind. */
export function listField(kind: GatewayRouteKind): ListField {
  return `${fieldStem(kind)}Routes` as ListField;
}

/** The field that selects routes of a kind by their labels. */
export function selectorField(kind: GatewayRouteKind): SelectorField {
  return `${fieldStem(kind)}RouteSelector` as SelectorField;
}

function fieldStem(kind: GatewayRouteKind): string {
  return kind.replace('Route', '').toLowerCase();
}
