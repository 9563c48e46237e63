import type { GrpcFilterWire, GrpcMatchWire, HttpFilterWire, HttpMatchWire, HttpTimeoutsWire } from './wire';

/** What a route hangs on: a Gateway, or a Service for traffic inside a mesh. */
export interface RouteParent {
  /** Name of the Gateway or Service: `name` of an item of `spec.parentRefs`. */
  readonly name: string;
  /** @default - the namespace of the chart */
  readonly namespace?: string;
  /**
   * Name of the listener.
   * @default - every listener that lets the route in
   */
  readonly sectionName?: string;
  /**
   * Port of the listener.
   * @default - any port
   */
  readonly port?: number;
  /** @default 'Gateway' */
  readonly kind?: 'Gateway' | 'Service';
}

/** What routes of every kind have. */
export interface RouteProps {
  /** What the route hangs on. */
  readonly parentRefs: readonly [RouteParent, ...RouteParent[]];
  /**
   * Name of the route.
   * @default - the name of the rollout
   */
  readonly name?: string;
  /**
   * Port of the Services that receives the traffic.
   * @default - the only port of the Services
   */
  readonly port?: number;
}

/** What routes of requests have. */
export interface RequestRouteProps extends RouteProps {
  /**
   * Host names that clients use.
   * @default - those of the listener
   */
  readonly hostnames?: readonly [string, ...string[]];
  /**
   * Whether header routes of the steps are added to this route. Each adds one rule for each rule of the route.
   * @default true
   */
  readonly headerRoutes?: boolean;
}

/** Which requests a rule of an HTTPRoute is about. It leads them to the rollout. */
export interface HttpRouteRule {
  /**
   * Name of the rule.
   * @default - none
   */
  readonly name?: string;
  /**
   * Requests that match one of these.
   * @default - every request
   */
  readonly matches?: readonly HttpMatchWire[];
  /**
   * What is changed in requests and responses.
   * @default - nothing
   */
  readonly filters?: readonly HttpRouteFilter[];
  /**
   * How long a request may take. Requests of a header route have those of the Gateway: the plugin copies matches and filters of a rule,
   * and nothing else.
   * @default - those of the Gateway
   */
  readonly timeouts?: HttpTimeoutsWire;
}

/** A filter of an HTTPRoute that lets requests go on to the rollout. */
export type HttpRouteFilter = Pick<HttpFilterWire, 'requestHeaderModifier' | 'responseHeaderModifier' | 'urlRewrite' | 'extensionRef'>
  & { readonly type: 'RequestHeaderModifier' | 'ResponseHeaderModifier' | 'URLRewrite' | 'ExtensionRef' };

/** An HTTPRoute that leads to a rollout. */
export interface HttpRouteProps extends RequestRouteProps {
  /**
   * Which requests go to the rollout, and what happens to them on the way.
   * @default - every request
   */
  readonly rules?: readonly [HttpRouteRule, ...HttpRouteRule[]];
}

/** Which calls a rule of a GRPCRoute is about. It leads them to the rollout. */
export interface GrpcRouteRule {
  /**
   * Name of the rule.
   * @default - none
   */
  readonly name?: string;
  /**
   * Calls that match one of these.
   * @default - every call
   */
  readonly matches?: readonly GrpcMatchWire[];
  /**
   * What is changed in calls and answers.
   * @default - nothing
   */
  readonly filters?: readonly GrpcRouteFilter[];
}

/** A filter of a GRPCRoute that lets calls go on to the rollout. */
export type GrpcRouteFilter = Pick<GrpcFilterWire, 'requestHeaderModifier' | 'responseHeaderModifier' | 'extensionRef'>
  & { readonly type: 'RequestHeaderModifier' | 'ResponseHeaderModifier' | 'ExtensionRef' };

/** A GRPCRoute that leads to a rollout. */
export interface GrpcRouteProps extends RequestRouteProps {
  /**
   * Which calls go to the rollout, and what happens to them on the way.
   * @default - every call
   */
  readonly rules?: readonly [GrpcRouteRule, ...GrpcRouteRule[]];
}

/** A TLSRoute that leads to a rollout. */
export interface TlsRouteProps extends RouteProps {
  /** Host names that clients ask for in the TLS handshake. */
  readonly hostnames: readonly [string, ...string[]];
}
