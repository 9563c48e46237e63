import type { Construct } from 'constructs';
import { InputError } from '../../manifests/input-error';
import { declareExternal } from '../../render/external';
import type { ManagedVirtualServiceWire } from './wire';

/** How a route for TLS connections is found in a VirtualService. */
export interface IstioTlsRouteRef {
  /** All server names of the route. */
  readonly sniHosts: readonly [string, ...string[]];
  /**
   * The port in the matches of the route.
   * @default - they have none
   */
  readonly port?: number;
}

/** How a route for TCP connections is found in a VirtualService. */
export interface IstioTcpRouteRef {
  /** The port in the matches of the route. */
  readonly port: number;
}

interface Place {
  /**
   * Where the VirtualService is.
   * @default - the namespace of the rollout
   */
  readonly namespace?: string;
}

/** A VirtualService with a route for requests. */
export type HttpVirtualServiceRefOptions = Place & (
  | {
    /**
     * Names of the http routes whose weights move.
     * @default - the only http route that it has
     */
    readonly routes?: readonly [string, ...string[]];
    readonly tlsRoutes?: undefined;
    readonly tcpRoutes?: undefined;
  }
  | (StreamRouteRefs & { readonly routes: readonly [string, ...string[]] })
);

/** A VirtualService with routes for connections alone. */
export type StreamVirtualServiceRefOptions = Place & StreamRouteRefs & { readonly routes?: undefined };

interface StreamRouteRefs {
  /**
   * The tls routes whose weights move.
   * @default - the only tls route, if there is one
   */
  readonly tlsRoutes?: readonly [IstioTlsRouteRef, ...IstioTlsRouteRef[]];
  /**
   * The tcp routes whose weights move.
   * @default - the only tcp route, if there is one
   */
  readonly tcpRoutes?: readonly [IstioTcpRouteRef, ...IstioTcpRouteRef[]];
}

/**
 * A VirtualService that is made elsewhere. Each of the routes has to lead to both sides of the split: to `<rollout>-stable` with weight
 * 100 and `<rollout>-canary` with 0, or to the two subsets. A tls or tcp section that has nothing to do with the rollout makes Argo
 * Rollouts refuse it.
 */
export class VirtualServiceRef<out Carries extends 'requests' | 'connections' = 'requests' | 'connections'> {
  /** A VirtualService by its name. */
  public static fromName(name: string, options?: HttpVirtualServiceRefOptions): VirtualServiceRef<'requests'>;
  /** A VirtualService without http routes, by its name. */
  public static fromName(name: string, options: StreamVirtualServiceRefOptions): VirtualServiceRef<'connections'>;
  public static fromName(name: string, options: HttpVirtualServiceRefOptions | StreamVirtualServiceRefOptions = {}): VirtualServiceRef {
    // Argo Rollouts 1.9 reads name.namespace, split at its dots (utils/istio/istio.go).
    if (!/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name)) {
      throw new InputError(`${JSON.stringify(name)} is no name of a VirtualService that Argo Rollouts could find. give the name alone, without dots, ` +
        'and the namespace as an option');
    }
    return new VirtualServiceRef(name, options, options.routes || !(options.tlsRoutes ?? options.tcpRoutes) ? 'requests' : 'connections');
  }

  private constructor(
    /** Name of the VirtualService. */
    public readonly name: string,
    private readonly options: HttpVirtualServiceRefOptions | StreamVirtualServiceRefOptions,
    /** What its routes carry. */
    public readonly carries: Carries,
  ) {}

  /** Names of the http routes whose weights move. */
  public get routes(): readonly string[] {
    return this.options.routes ?? [];
  }

  /** @internal */
  public _bind(scope: Construct): ManagedVirtualServiceWire {
    const { namespace, routes, tlsRoutes, tcpRoutes } = this.options;
    declareExternal(scope, { apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', name: this.name, namespace });
    return { name: namespace === undefined ? this.name : `${this.name}.${namespace}`, routes, tlsRoutes, tcpRoutes };
  }
}
