import type {
  GRPCRouteSpec, GRPCRouteSpecRuleBackendRef, GRPCRouteSpecRuleFilter, GRPCRouteSpecRuleMatch,
} from '../../../imports/types/gateway-api/grpc-route';
import type {
  HTTPRouteSpec, HTTPRouteSpecParentRef, HTTPRouteSpecRuleBackendRef, HTTPRouteSpecRuleFilter, HTTPRouteSpecRuleMatch,
  HTTPRouteSpecRuleTimeouts,
} from '../../../imports/types/gateway-api/http-route';

/** Short names for the generated wire types of routes. */
export type HttpRouteSpecWire = HTTPRouteSpec;
export type GrpcRouteSpecWire = GRPCRouteSpec;
export type ParentRefWire = HTTPRouteSpecParentRef;
export type HttpMatchWire = HTTPRouteSpecRuleMatch;
export type HttpFilterWire = HTTPRouteSpecRuleFilter;
export type HttpTimeoutsWire = HTTPRouteSpecRuleTimeouts;
export type GrpcMatchWire = GRPCRouteSpecRuleMatch;
export type GrpcFilterWire = GRPCRouteSpecRuleFilter;

/** A backend as every kind of route has it. */
export type BackendRefWire = Omit<HTTPRouteSpecRuleBackendRef & GRPCRouteSpecRuleBackendRef, 'filters'>;

/** The spec of a TCPRoute, and of a TLSRoute with its hostnames. Both are v1alpha2, the version that the plugin reads. */
export interface StreamRouteSpecWire {
  readonly parentRefs: readonly ParentRefWire[];
  readonly hostnames?: readonly string[];
  readonly rules: readonly { readonly backendRefs: readonly BackendRefWire[] }[];
}

/** The spec of a route of any kind. */
export type RouteSpecWire = HttpRouteSpecWire | GrpcRouteSpecWire | StreamRouteSpecWire;

/** Kinds of routes, and the version of each that the plugin reads. */
export const ROUTE_API_VERSIONS = {
  HTTPRoute: 'gateway.networking.k8s.io/v1',
  GRPCRoute: 'gateway.networking.k8s.io/v1',
  TCPRoute: 'gateway.networking.k8s.io/v1alpha2',
  TLSRoute: 'gateway.networking.k8s.io/v1alpha2',
} as const;

/** Kinds of routes of the Gateway API. */
export type GatewayRouteKind = keyof typeof ROUTE_API_VERSIONS;
