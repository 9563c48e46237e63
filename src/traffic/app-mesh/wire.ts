/** The version of the kinds of App Mesh that Argo Rollouts reads. */
export const APP_MESH_API_VERSION = 'appmesh.k8s.aws/v1beta2';

/** What a listener and the routes behind it carry. */
export type AppMeshProtocol = 'http' | 'http2' | 'grpc' | 'tcp';

/** What a route does: always both nodes, each with a weight. */
interface ActionWire {
  readonly weightedTargets: readonly [WeightedTargetWire, WeightedTargetWire];
}

interface WeightedTargetWire {
  readonly virtualNodeRef: { readonly name: string };
  readonly weight: number;
}

interface ListenerWire {
  readonly portMapping: { readonly port: number; readonly protocol: AppMeshProtocol };
}

/** A route of a VirtualRouter: the part of it that we render. */
export interface AppMeshRouteWire {
  readonly name: string;
  readonly priority?: number;
  readonly httpRoute?: { readonly match: { readonly prefix: string }; readonly action: ActionWire };
  readonly http2Route?: { readonly match: { readonly prefix: string }; readonly action: ActionWire };
  readonly grpcRoute?: { readonly match: { readonly serviceName?: string }; readonly action: ActionWire };
  readonly tcpRoute?: { readonly match: { readonly port?: number }; readonly action: ActionWire };
}

/** The spec of a VirtualRouter: the part of it that we render. */
export interface VirtualRouterSpecWire {
  readonly listeners: readonly ListenerWire[];
  readonly routes: readonly AppMeshRouteWire[];
}

/** The spec of a VirtualNode: the part of it that we render. */
export interface VirtualNodeSpecWire {
  readonly podSelector: { readonly matchLabels: Readonly<Record<string, string>> };
  readonly listeners: readonly ListenerWire[];
  readonly serviceDiscovery: { readonly dns: { readonly hostname: string } };
  readonly backends?: readonly {
    readonly virtualService: { readonly virtualServiceRef: { readonly name: string; readonly namespace?: string } };
  }[];
}

/** The spec of a VirtualService with a router behind it. */
export interface AppMeshVirtualServiceSpecWire {
  readonly awsName?: string;
  readonly provider: { readonly virtualRouter: { readonly virtualRouterRef: { readonly name: string } } };
}
