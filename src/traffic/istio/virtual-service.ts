import { ApiObject, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import { servicePort } from '../service-port';
import { checkHttpRoutes, type IstioHttpRoute, httpRoutesToKube, type IstioHttpRoutes, PRIMARY } from './http-routes';
import { checkReach, type IstioReach } from './reach';
import type { Split, SplitDestination } from './split';
import { checkStreamRoutes, type IstioStreamRoutes, type IstioTcpRoute, type IstioTlsRoute, managedStreamRoutes, streamRoutesToKube } from './stream-routes';
import type { ManagedVirtualServiceWire, VirtualServiceWire, WeightedDestinationWire } from './wire';

/** A VirtualService that splits requests. TLS and TCP connections may be split beside them. */
export type IstioHttpVirtualService = IstioReach & IstioHttpRoutes & (
  | {
    readonly tls?: undefined;
    readonly tcp?: undefined;
  }
  | (IstioStreamRoutes & {
    /** The route whose weights move. Beside `tls` and `tcp` it has to be asked for: `{}` takes all requests. */
    readonly http: IstioHttpRoute;
  })
);

/** A VirtualService that splits connections alone. Steps that route by header or mirror need requests. */
export type IstioStreamVirtualService = IstioReach & {
  readonly http?: undefined;
  readonly httpBefore?: undefined;
  readonly httpAfter?: undefined;
} & (
  | {
    /** TLS connections that are passed on encrypted. */
    readonly tls: readonly [IstioTlsRoute, ...IstioTlsRoute[]];
    /**
     * TCP connections.
     * @default - none
     */
    readonly tcp?: readonly [IstioTcpRoute, ...IstioTcpRoute[]];
  }
  | {
    readonly tls?: undefined;
    /** TCP connections. */
    readonly tcp: readonly [IstioTcpRoute, ...IstioTcpRoute[]];
  }
);

/** A VirtualService that a router makes. */
export type IstioVirtualService = IstioHttpVirtualService | IstioStreamVirtualService;

/** Whether there is a route for requests. */
export function splitsRequests({ http, tls, tcp }: IstioVirtualService): boolean {
  return http !== undefined || (tls === undefined && tcp === undefined);
}

/** Throws when Istio or Argo Rollouts would refuse the VirtualService. */
export function checkVirtualService(props: IstioVirtualService): void {
  checkReach(props);
  checkHttpRoutes(props);
  checkStreamRoutes(props);
}

/** Makes a VirtualService, and says how the Rollout names it. Git says where the weights start; the controller moves them. */
export function createVirtualService(
  scope: Construct, id: string, name: string, props: IstioVirtualService, split: Split, port?: number,
): ManagedVirtualServiceWire {
  const produce = (): VirtualServiceWire => {
    const route = (chosen = port): WeightedDestinationWire[] => destinations(scope, split, chosen);
    return {
      hosts: props.hosts ?? [split.defaultHost],
      gateways: props.gateways,
      http: splitsRequests(props) ? httpRoutesToKube(props, route()) : undefined,
      ...streamRoutesToKube(props, route),
    };
  };
  new ApiObject(scope, id, {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name },
    spec: Lazy.any({ produce }),
  });
  return { name, routes: splitsRequests(props) ? [PRIMARY] : undefined, ...managedStreamRoutes(props) };
}

function destinations(scope: Construct, { stable, canary, additional }: Split, port?: number): WeightedDestinationWire[] {
  const kept = additional.reduce((sum, { weight }) => sum + weight, 0);
  return [
    { destination: destination(scope, stable, port), weight: 100 - kept },
    { destination: destination(scope, canary, port), weight: 0 },
    ...additional.map(({ name, weight }) => ({ destination: destination(scope, { ...stable, subset: name }, port), weight })),
  ];
}

// Istio can't choose between several ports (IST0112); with one there is nothing to say.
function destination(scope: Construct, { service, subset }: SplitDestination, chosen?: number): WeightedDestinationWire['destination'] {
  const number = chosen === undefined && service.ports.length < 2 ? undefined : servicePort(scope, service, chosen, 'istio');
  return { host: service.name, subset, port: number === undefined || service.ports.length < 2 ? undefined : { number } };
}
