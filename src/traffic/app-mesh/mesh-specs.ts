import type { AppMeshProtocol, AppMeshRouteWire, VirtualNodeSpecWire, VirtualRouterSpecWire } from './wire';

/** Requests that a route of a VirtualRouter is about. */
export interface AppMeshRoute {
  /** Name of the route. */
  readonly name: string;
  /**
   * What the path of a request begins with.
   * @default '/'
   */
  readonly prefix?: string;
  /**
   * Which of several matching routes wins: the one with the smallest number.
   * @default - after those with a number
   */
  readonly priority?: number;
}

/** A VirtualService that the pods of the rollout call. */
export interface AppMeshBackend {
  /** Name of the VirtualService. */
  readonly name: string;
  /** @default - the namespace of the chart */
  readonly namespace?: string;
}

/** Names of the two VirtualNodes. */
export interface NodePair {
  readonly stable: string;
  readonly canary: string;
}

/** The spec of a VirtualRouter: each route leads to both nodes, and to nothing else. */
export function virtualRouterSpec(
  port: number, protocol: AppMeshProtocol, routes: readonly AppMeshRoute[], nodes: NodePair,
): VirtualRouterSpecWire {
  return {
    listeners: [{ portMapping: { port, protocol } }],
    routes: routes.map((route) => ({ name: route.name, priority: route.priority, ...routeRule(protocol, route, nodes) })),
  };
}

function routeRule(protocol: AppMeshProtocol, { prefix = '/' }: AppMeshRoute, nodes: NodePair): Omit<AppMeshRouteWire, 'name' | 'priority'> {
  // The controller writes the weights from here on; Git says where they start.
  const action = {
    weightedTargets: [
      { virtualNodeRef: { name: nodes.stable }, weight: 100 },
      { virtualNodeRef: { name: nodes.canary }, weight: 0 },
    ] as const,
  };
  switch (protocol) {
    case 'http': return { httpRoute: { match: { prefix }, action } };
    case 'http2': return { http2Route: { match: { prefix }, action } };
    case 'grpc': return { grpcRoute: { match: {}, action } };
    case 'tcp': return { tcpRoute: { match: {}, action } };
  }
}

/** The pods of one version, as a VirtualNode knows them. */
export interface NodePods {
  readonly version: 'stable' | 'canary';
  /** Labels of the pods of both versions. */
  readonly labels: Readonly<Record<string, string>>;
  /** The port that the pods listen on. */
  readonly port: number;
  /** The DNS name of the Service of this version. */
  readonly hostname: string;
}

/**
 * The spec of a VirtualNode. App Mesh refuses two nodes of one selector, so each starts with the hash that the controller
 * itself writes where there is no such version (rollout/trafficrouting/appmesh/appmesh.go in argoproj/argo-rollouts).
 */
export function virtualNodeSpec(
  { version, labels, port, hostname }: NodePods, protocol: AppMeshProtocol, backends?: readonly AppMeshBackend[],
): VirtualNodeSpecWire {
  return {
    podSelector: { matchLabels: { ...labels, 'rollouts-pod-template-hash': `${version}-hash` } },
    listeners: [{ portMapping: { port, protocol } }],
    serviceDiscovery: { dns: { hostname } },
    backends: backends?.map(({ name, namespace }) => ({ virtualService: { virtualServiceRef: { name, namespace } } })),
  };
}
