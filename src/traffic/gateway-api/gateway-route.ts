import type { RouterAbilities, RouterAbility } from '../router-ability';
import type { RuleShape } from './managed-rules';
import type { GrpcRouteProps, HttpRouteProps, RouteProps, TlsRouteProps } from './route-props';
import { grpcRouteSpec, httpRouteSpec, streamRouteSpec } from './route-specs';
import type { BackendRefWire, GatewayRouteKind, RouteSpecWire } from './wire';

type Backends = readonly BackendRefWire[];
type Headers = 'headerRoutes' | 'headerPatterns';
const HEADERS: RouterAbilities<Headers> = { headerRoutes: true, headerPatterns: true };
const EXPERIMENTS: RouterAbilities<'experimentWeights'> = { experimentWeights: true };

/** Where a route comes from: made for the rollout, made elsewhere, or found by its labels. */
export type RouteOrigin =
  | { readonly name?: string; readonly port?: number; readonly rules: readonly RuleShape[]; spec(backends: Backends): RouteSpecWire }
  | { readonly existing: string }
  | { readonly matchLabels: Readonly<Record<string, string>> };

/**
 * A route of the Gateway API whose weights the plugin moves: one that is made for the rollout, or one that exists. What steps
 * can ask for depends on its kind: header routes need an HTTPRoute or a GRPCRoute, weights of experiments an HTTPRoute.
 */
export class GatewayRoute<Can extends RouterAbility = never> {
  /** An HTTPRoute that keeps out of header routes. */
  public static http(props: HttpRouteProps & { readonly headerRoutes: false }): GatewayRoute<'experimentWeights'>;
  /** An HTTPRoute. */
  public static http(props: HttpRouteProps): GatewayRoute<Headers | 'experimentWeights'>;
  public static http(props: HttpRouteProps): GatewayRoute<Headers | 'experimentWeights'> {
    const { name, port, rules = [{}] } = props;
    const origin = { name, port, rules, spec: (backends: Backends) => httpRouteSpec(props, backends) };
    return new GatewayRoute('HTTPRoute', origin, props.headerRoutes ?? true);
  }

  /** A GRPCRoute that keeps out of header routes. */
  public static grpc(props: GrpcRouteProps & { readonly headerRoutes: false }): GatewayRoute;
  /** A GRPCRoute. */
  public static grpc(props: GrpcRouteProps): GatewayRoute<Headers>;
  public static grpc(props: GrpcRouteProps): GatewayRoute<Headers> {
    const { name, port, rules = [{}] } = props;
    const origin = { name, port, rules, spec: (backends: Backends) => grpcRouteSpec(props, backends) };
    return new GatewayRoute('GRPCRoute', origin, props.headerRoutes ?? true);
  }

  /**
   * A TCPRoute, in version v1alpha2: the one that the plugin reads. The standard channel of the Gateway API 1.6 does not serve
   * it, the experimental one does.
   */
  public static tcp(props: RouteProps): GatewayRoute {
    const { name, port } = props;
    return new GatewayRoute('TCPRoute', { name, port, rules: [{}], spec: (backends) => streamRouteSpec(props, backends) }, false);
  }

  /**
   * A TLSRoute, in version v1alpha2: the one that the plugin reads. The standard channel of the Gateway API 1.6 does not serve
   * it, the experimental one does.
   */
  public static tls(props: TlsRouteProps): GatewayRoute {
    const { name, port } = props;
    return new GatewayRoute('TLSRoute', { name, port, rules: [{}], spec: (backends) => streamRouteSpec(props, backends) }, false);
  }

  /** An HTTPRoute that is made elsewhere, and keeps out of header routes. */
  public static fromName(kind: 'HTTPRoute', name: string, options: { readonly headerRoutes: false }): GatewayRoute<'experimentWeights'>;
  /**
   * An HTTPRoute that is made elsewhere. Both Services of the rollout, `<name>-stable` and `<name>-canary`, have to be among its
   * backends. A rule that leads to the canary alone would be taken for a header route that was left over, and removed: keep such a
   * route out of header routes.
   */
  public static fromName(kind: 'HTTPRoute', name: string): GatewayRoute<Headers | 'experimentWeights'>;
  /** A GRPCRoute that is made elsewhere, and keeps out of header routes. */
  public static fromName(kind: 'GRPCRoute', name: string, options: { readonly headerRoutes: false }): GatewayRoute;
  /** A GRPCRoute that is made elsewhere. */
  public static fromName(kind: 'GRPCRoute', name: string): GatewayRoute<Headers>;
  /** A TCPRoute or a TLSRoute that is made elsewhere. */
  public static fromName(kind: 'TCPRoute' | 'TLSRoute', name: string): GatewayRoute;
  public static fromName(
    kind: GatewayRouteKind, name: string, options: { readonly headerRoutes?: boolean } = {},
  ): GatewayRoute<Headers | 'experimentWeights'> {
    const takesHeaders = kind === 'HTTPRoute' || kind === 'GRPCRoute';
    return new GatewayRoute(kind, { existing: name }, takesHeaders && (options.headerRoutes ?? true));
  }

  /** All HTTPRoutes that carry these labels when a weight is set. Header routes are never added to them. */
  public static fromLabels(kind: 'HTTPRoute', matchLabels: Readonly<Record<string, string>>): GatewayRoute<'experimentWeights'>;
  /** All routes that carry these labels when a weight is set. Header routes are never added to them. */
  public static fromLabels(kind: GatewayRouteKind, matchLabels: Readonly<Record<string, string>>): GatewayRoute;
  public static fromLabels(kind: GatewayRouteKind, matchLabels: Readonly<Record<string, string>>): GatewayRoute<'experimentWeights'> {
    return new GatewayRoute(kind, { matchLabels: { ...matchLabels } }, false);
  }

  /** What steps can ask of the route. */
  public readonly abilities: RouterAbilities<Can>;

  private constructor(
    /** The kind of the route. */
    public readonly kind: GatewayRouteKind,
    /** @internal */
    public readonly _origin: RouteOrigin,
    /** Whether header routes of the steps are added to it. */
    public readonly headerRoutes: boolean,
  ) {
    // The factories give the type that goes with these.
    this.abilities = { ...(headerRoutes ? HEADERS : {}), ...(kind === 'HTTPRoute' ? EXPERIMENTS : {}) } as RouterAbilities<Can>;
  }
}
