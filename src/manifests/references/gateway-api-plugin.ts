import type { Place } from './place';

/** The name of the traffic router plugin for the Gateway API, as it stands in `trafficRouting.plugins`. */
export const GATEWAY_API_PLUGIN = 'argoproj-labs/gatewayAPI';

/** Kinds of routes that the plugin changes, by the field that names one. Its plural holds a list, `<field>Selector` a label selector. */
export const ROUTE_KINDS = { httpRoute: 'HTTPRoute', grpcRoute: 'GRPCRoute', tcpRoute: 'TCPRoute', tlsRoute: 'TLSRoute' } as const;

/** A route that the plugin is told to change. */
export interface PluginRoute {
  /** Where its name stands. */
  readonly place: Place;
  readonly kind: (typeof ROUTE_KINDS)[keyof typeof ROUTE_KINDS];
  /** Whether the plugin adds rules for header routes to it. A route that is named alone gets them, one of a list when it says so. */
  readonly useHeaderRoutes: boolean;
  /** Absent for the namespace of the Rollout. */
  readonly namespace: string | undefined;
}

/** The routes that the configuration of the plugin names. Those that it selects by label are not among them. */
export function pluginRoutes(config: Place): PluginRoute[] {
  const namespace = config.at('namespace').text || undefined;
  return Object.entries(ROUTE_KINDS).flatMap(([field, kind]) => [
    ...config.at(`${field}s`).items.map((item) => ({
      place: item.at('name'), kind, namespace, useHeaderRoutes: item.at('useHeaderRoutes').value === true,
    })),
    ...(config.at(field).text === '' ? [] : [{ place: config.at(field), kind, namespace, useHeaderRoutes: true }]),
  ]);
}
