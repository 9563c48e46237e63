import { InputError } from '../../manifests/input-error';
import type { ManagedVirtualServiceWire, VirtualServiceWire, WeightedDestinationWire } from './wire';

/** Connections that are passed on encrypted, told apart by the server name that the client asks for. */
export interface IstioTlsRoute {
  /** Server names, each one of the hosts of the VirtualService. */
  readonly sniHosts: readonly [string, ...string[]];
  /**
   * Port of the gateway, or of the Service for callers inside the mesh.
   * @default - every port
   */
  readonly port?: number;
  /**
   * Port of the Services that the connections go to.
   * @default - `port` of the router, or the only port of the Services
   */
  readonly servicePort?: number;
}

/** Connections of which nothing is known but their port. */
export interface IstioTcpRoute {
  /** Port of the gateway, or of the Service for callers inside the mesh. */
  readonly port: number;
  /**
   * Port of the Services that the connections go to.
   * @default - `port` of the router, or the only port of the Services
   */
  readonly servicePort?: number;
}

/** The tls and tcp sections of a VirtualService. Argo Rollouts moves the weights of every route in them. */
export interface IstioStreamRoutes {
  /** Routes of encrypted connections: `spec.tls` of the VirtualService. @default - none */
  readonly tls?: readonly [IstioTlsRoute, ...IstioTlsRoute[]];
  /** Routes of any other connections: `spec.tcp` of the VirtualService. @default - none */
  readonly tcp?: readonly [IstioTcpRoute, ...IstioTcpRoute[]];
}

/** Throws when Argo Rollouts could not tell two routes apart. */
export function checkStreamRoutes(routes: IstioStreamRoutes): void {
  const tls: readonly IstioTlsRoute[] = routes.tls ?? [];
  const tcp: readonly IstioTcpRoute[] = routes.tcp ?? [];
  for (const { sniHosts } of tls) {
    const twice = sniHosts.find((host, i) => sniHosts.indexOf(host) < i);
    if (twice !== undefined) throw new InputError(`sniHosts lists ${twice} twice, and Argo Rollouts would not find the route. remove one`);
  }
  const titles = [
    ...tls.map(({ sniHosts, port }) => `tls route for ${[...sniHosts].sort().join(', ')} at ${port === undefined ? 'every port' : `port ${port}`}`),
    ...tcp.map(({ port }) => `tcp route at port ${port}`),
  ];
  const twice = titles.find((title, i) => titles.indexOf(title) < i);
  if (twice !== undefined) throw new InputError(`there is a second ${twice}, which is never reached. remove one of the two`);
}

/** The tls and tcp sections. Every match of a route has one port, which is how Argo Rollouts finds it. */
export function streamRoutesToKube(
  { tls, tcp }: IstioStreamRoutes, route: (servicePort?: number) => readonly WeightedDestinationWire[],
): Pick<VirtualServiceWire, 'tls' | 'tcp'> {
  return {
    tls: tls?.map(({ sniHosts, port, servicePort }) => ({ match: [{ port, sniHosts }], route: route(servicePort) })),
    tcp: tcp?.map(({ port, servicePort }) => ({ match: [{ port }], route: route(servicePort) })),
  };
}

/** How the Rollout names these routes. */
export function managedStreamRoutes({ tls, tcp }: IstioStreamRoutes): Pick<ManagedVirtualServiceWire, 'tlsRoutes' | 'tcpRoutes'> {
  return {
    tlsRoutes: tls?.map(({ sniHosts, port }) => ({ port, sniHosts })),
    tcpRoutes: tcp?.map(({ port }) => ({ port })),
  };
}
