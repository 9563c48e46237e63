import { ApiObject, Lazy } from 'cdk8s';
import type { Service } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { fail } from '../../render/construct-error';
import { EVERY_ROUTER } from '../router-ability';
import type { ITrafficRouter, TrafficRouterConfig, TrafficRouterTarget } from '../router-binding';
import { type ServicePair, servicePair } from '../service-pair';
import { servicePort } from '../service-port';
import type { AppMeshServiceRef } from './app-mesh-service-ref';
import { type AppMeshBackend, type AppMeshRoute, type NodePods, virtualNodeSpec, virtualRouterSpec } from './mesh-specs';
import { APP_MESH_API_VERSION, type AppMeshVirtualServiceSpecWire } from './wire';

/** How AWS App Mesh splits the traffic of a rollout. */
export type AppMeshRouterProps =
  | {
    /**
     * What the pods speak.
     * @default 'http'
     */
    readonly protocol?: 'http' | 'http2';
    /**
     * The routes of the VirtualRouter. Each is split.
     * @default - one route for every request, named primary
     */
    readonly routes?: readonly [AppMeshRoute, ...AppMeshRoute[]];
    /**
     * The name that clients call the VirtualService by.
     * @default - the name that the App Mesh controller makes of name and namespace
     */
    readonly awsName?: string;
    /**
     * What the pods call in the mesh.
     * @default - nothing
     */
    readonly backends?: readonly AppMeshBackend[];
    /**
     * Port of the Services that receives the traffic.
     * @default - the only port of the Services
     */
    readonly port?: number;
    readonly virtualService?: undefined;
  }
  | {
    /** What the pods speak. One route takes every call. */
    readonly protocol: 'grpc' | 'tcp';
    readonly routes?: undefined;
    readonly awsName?: string;
    readonly backends?: readonly AppMeshBackend[];
    readonly port?: number;
    readonly virtualService?: undefined;
  }
  | {
    /** A VirtualService that is made elsewhere, with its VirtualRouter and VirtualNodes. */
    readonly virtualService: AppMeshServiceRef;
    readonly protocol?: undefined;
    readonly routes?: undefined;
    readonly awsName?: undefined;
    readonly backends?: undefined;
    readonly port?: undefined;
  };

type AppMeshWire = NonNullable<NonNullable<TrafficRouterConfig['trafficRouting']>['appMesh']>;

/** Emits a VirtualService, a VirtualRouter and two VirtualNodes; Argo Rollouts moves the weights and tells the nodes their pods. */
export class AppMeshRouter implements ITrafficRouter<'canaryScale'> {
  public readonly routerName = 'appMesh';
  public readonly abilities = EVERY_ROUTER;

  public constructor(private readonly props: AppMeshRouterProps) {}

  public bind(scope: Construct, target: TrafficRouterTarget): TrafficRouterConfig {
    const services = servicePair(target);
    const { virtualService } = this.props;
    if (virtualService) {
      virtualService._bind(scope);
      const { routes, stableNode, canaryNode } = virtualService.options;
      return routed(services.stable, services, {
        virtualService: { name: virtualService.name, routes },
        virtualNodeGroup: { stableVirtualNodeRef: { name: stableNode }, canaryVirtualNodeRef: { name: canaryNode } },
      });
    }
    return this.bindNew(scope, target, services);
  }

  private bindNew(scope: Construct, target: TrafficRouterTarget, services: ServicePair): TrafficRouterConfig {
    const { name } = target;
    const { protocol = 'http', routes = [{ name: 'primary' }], awsName } = this.props;
    const nodes = { stable: `${name}-stable`, canary: `${name}-canary` };
    // Clients look up the name of this Service before the proxy takes over.
    const root = target.createService('Service', name);
    const spec: AppMeshVirtualServiceSpecWire = { awsName, provider: { virtualRouter: { virtualRouterRef: { name } } } };
    make(scope, 'VirtualService', 'VirtualService', name, () => spec);
    make(scope, 'VirtualRouter', 'VirtualRouter', name, () => virtualRouterSpec(this.portOf(scope, root), protocol, routes, nodes));
    for (const version of ['stable', 'canary'] as const) {
      const id = version === 'stable' ? 'StableNode' : 'CanaryNode';
      const pods = () => ({ version, labels: target.podLabels, ...this.listenerOf(scope, version, services[version]) });
      make(scope, 'VirtualNode', id, nodes[version], () => virtualNodeSpec(pods(), protocol, this.props.backends));
    }
    return routed(root, services, {
      virtualService: { name, routes: routes.map((route) => route.name) },
      virtualNodeGroup: { stableVirtualNodeRef: { name: nodes.stable }, canaryVirtualNodeRef: { name: nodes.canary } },
    });
  }

  private listenerOf(scope: Construct, version: NodePods['version'], service: Service): Pick<NodePods, 'port' | 'hostname'> {
    const { namespace } = service.metadata;
    if (namespace === undefined) {
      throw fail(scope, `the VirtualNode of the ${version} pods needs the full DNS name of the Service ${service.name}, and no namespace is known. ` +
        'give the chart a namespace');
    }
    const port = this.portOf(scope, service);
    const listens = service.ports.find((candidate) => candidate.port === port)?.targetPort ?? port;
    return { port: listens, hostname: `${service.name}.${namespace}.svc.cluster.local` };
  }

  private portOf(scope: Construct, service: Service): number {
    return servicePort(scope, service, this.props.port, 'appMesh');
  }
}

function routed(service: Service, { stable, canary }: ServicePair, appMesh: AppMeshWire): TrafficRouterConfig {
  return { service, stableService: stable, canaryService: canary, trafficRouting: { appMesh } };
}

function make(scope: Construct, kind: string, id: string, name: string, produce: () => object): void {
  new ApiObject(scope, id, { apiVersion: APP_MESH_API_VERSION, kind, metadata: { name }, spec: Lazy.any({ produce }) });
}
