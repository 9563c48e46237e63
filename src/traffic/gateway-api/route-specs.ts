import type { ServicePair } from '../service-pair';
import type { GrpcRouteProps, HttpRouteProps, RouteParent, RouteProps, TlsRouteProps } from './route-props';
import type {
  BackendRefWire, GrpcMatchWire, GrpcRouteSpecWire, HttpMatchWire, HttpRouteSpecWire, ParentRefWire, StreamRouteSpecWire,
} from './wire';

type Backends = readonly BackendRefWire[];

// Everything that the API server would fill in is written out: it stands in lists, where Argo CD takes each filled-in field for
// a difference.

/** The spec of an HTTPRoute: each rule splits between both Services. */
export function httpRouteSpec({ parentRefs, hostnames, rules = [{}] }: HttpRouteProps, backends: Backends): HttpRouteSpecWire {
  return {
    parentRefs: parentRefs.map(parentRef),
    hostnames,
    rules: rules.map(({ name, matches = [{}], filters, timeouts }) => ({
      name,
      matches: matches.map(httpMatch),
      filters,
      timeouts,
      backendRefs: backends,
    })),
  };
}

/** The spec of a GRPCRoute: each rule splits between both Services. */
export function grpcRouteSpec({ parentRefs, hostnames, rules = [{}] }: GrpcRouteProps, backends: Backends): GrpcRouteSpecWire {
  return {
    parentRefs: parentRefs.map(parentRef),
    hostnames,
    rules: rules.map(({ name, matches, filters }) => ({ name, matches: matches?.map(grpcMatch), filters, backendRefs: backends })),
  };
}

/** The spec of a TCPRoute or a TLSRoute: its one rule splits between both Services. */
export function streamRouteSpec({ parentRefs, ...props }: RouteProps | TlsRouteProps, backends: Backends): StreamRouteSpecWire {
  return {
    parentRefs: parentRefs.map(parentRef),
    hostnames: 'hostnames' in props ? props.hostnames : undefined,
    rules: [{ backendRefs: backends }],
  };
}

/** Both Services as backends: all of the traffic to the stable one. The plugin writes the weights from here on. */
export function backendRefs({ stable, canary }: ServicePair, portOf: (service: ServicePair['stable']) => number): BackendRefWire[] {
  return [
    { group: '', kind: 'Service', name: stable.name, port: portOf(stable), weight: 100 },
    { group: '', kind: 'Service', name: canary.name, port: portOf(canary), weight: 0 },
  ];
}

function parentRef({ kind = 'Gateway', name, namespace, sectionName, port }: RouteParent): ParentRefWire {
  return { group: kind === 'Service' ? '' : 'gateway.networking.k8s.io', kind, name, namespace, sectionName, port };
}

function httpMatch({ path, headers, queryParams, method }: HttpMatchWire): HttpMatchWire {
  return {
    path: { type: path?.type ?? 'PathPrefix', value: path?.value ?? '/' },
    headers: headers?.map((header) => ({ ...header, type: header.type ?? 'Exact' })),
    queryParams: queryParams?.map((param) => ({ ...param, type: param.type ?? 'Exact' })),
    method,
  };
}

function grpcMatch({ method, headers }: GrpcMatchWire): GrpcMatchWire {
  return {
    method: method && { ...method, type: method.type ?? 'Exact' },
    headers: headers?.map((header) => ({ ...header, type: header.type ?? 'Exact' })),
  };
}
