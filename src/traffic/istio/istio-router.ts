import { ApiObject, Lazy } from 'cdk8s';
import type { Service } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { InputError } from '../../manifests/input-error';
import { fail } from '../../render/construct-error';
import type { RouterAbility } from '../router-ability';
import type { ITrafficRouter, TrafficRouterConfig, TrafficRouterTarget } from '../router-binding';
import type { DestinationRuleWire, VirtualServiceWire } from './wire';

/** Where the VirtualService applies. */
export type IstioReach =
  | {
    /**
     * Gateways that let the traffic in, as `namespace/name`, or `name` for one in the same namespace. Add `mesh` for
     * callers inside the mesh.
     */
    readonly gateways: readonly [string, ...string[]];
    /** Host names that clients outside use. */
    readonly hosts: readonly [string, ...string[]];
  }
  | {
    readonly gateways?: undefined;
    /**
     * Host names that callers inside the mesh use.
     * @default - the name of the Service
     */
    readonly hosts?: readonly [string, ...string[]];
  };

/** How Istio splits the traffic of a rollout. */
export type IstioRouterProps = IstioReach & {
  /**
   * `host` splits between two Services, which suits traffic that enters by a gateway and lets metrics tell the two apart by
   * Service. `subset` splits one Service by a DestinationRule, which suits traffic inside the mesh: callers keep one name.
   * @default 'host'
   */
  readonly splitBy?: 'host' | 'subset';
  /**
   * Port of the Service that receives the traffic.
   * @default - the only port of the Service
   */
  readonly port?: number;
};

// The name of the route in the VirtualService. Naming it lets other routes be added beside it.
const ROUTE = 'primary';

// IS-003 and IS-007 of its webhook: pkg/config/validation/validation.go in istio/istio.
const HOST = /^(\*|(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)$/i;
const GATEWAY = /^([a-z0-9]([-a-z0-9]*[a-z0-9])?\/)?[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

const SUBSETS = { stable: 'stable', canary: 'canary' } as const;

interface Destination {
  readonly service: Service;
  readonly subset?: string;
}

/** Emits the VirtualService, and in `subset` mode the DestinationRule, that Argo Rollouts then moves weights in. */
export class IstioRouter implements ITrafficRouter<RouterAbility> {
  public readonly routerName = 'istio';
  public readonly abilities = { canaryScale: true, headerRoutes: true, headerPatterns: true, mirrorRoutes: true, experimentWeights: true } as const;

  public constructor(private readonly props: IstioRouterProps) {
    for (const host of props.hosts ?? []) {
      if (!HOST.test(host)) throw new InputError(`the host ${JSON.stringify(host)} is no DNS name. write one such as web.example.com or *.example.com`);
      if (host === '*' && (!props.gateways || props.gateways.includes('mesh'))) {
        throw new InputError('the host "*" would take over every call inside the mesh, and Istio refuses it. name the hosts, or bind to gateways alone');
      }
    }
    for (const gateway of props.gateways ?? []) {
      if (!GATEWAY.test(gateway)) {
        throw new InputError(`the gateway ${JSON.stringify(gateway)} is no name. write namespace/name, or name for one in the same namespace`);
      }
    }
  }

  public bind(scope: Construct, target: TrafficRouterTarget): TrafficRouterConfig {
    return this.props.splitBy === 'subset' ? this.bindSubsets(scope, target) : this.bindHosts(scope, target);
  }

  private bindHosts(scope: Construct, target: TrafficRouterTarget): TrafficRouterConfig {
    const stableService = target.createService('StableService', `${target.name}-stable`);
    const canaryService = target.createService('CanaryService', `${target.name}-canary`);
    const virtualService = this.virtualService(scope, target, { service: stableService }, { service: canaryService });
    return {
      service: stableService,
      stableService,
      canaryService,
      trafficRouting: { istio: { virtualService: { name: virtualService.name, routes: [ROUTE] } } },
    };
  }

  // Services named beside a DestinationRule would switch off the guard that waits for ready pods before the subsets
  // move (shouldDelayDestinationRuleUpdate in rollout/trafficrouting/istio/istio.go), so here there is only one.
  private bindSubsets(scope: Construct, target: TrafficRouterTarget): TrafficRouterConfig {
    const service = target.createService('Service', target.name);
    const virtualService = this.virtualService(scope, target, { service, subset: SUBSETS.stable }, { service, subset: SUBSETS.canary });
    // The controller adds the pod-template-hash to each subset; in Git both select every pod.
    const spec: DestinationRuleWire['spec'] = {
      host: service.name,
      subsets: [{ name: SUBSETS.stable }, { name: SUBSETS.canary }],
    };
    const destinationRule = new ApiObject(scope, 'DestinationRule', {
      apiVersion: 'networking.istio.io/v1',
      kind: 'DestinationRule',
      metadata: { name: target.name },
      spec,
    });
    return {
      service,
      trafficRouting: {
        istio: {
          virtualService: { name: virtualService.name, routes: [ROUTE] },
          destinationRule: { name: destinationRule.name, stableSubsetName: SUBSETS.stable, canarySubsetName: SUBSETS.canary },
        },
      },
    };
  }

  private virtualService(scope: Construct, target: TrafficRouterTarget, stable: Destination, canary: Destination): ApiObject {
    const produce = (): VirtualServiceWire['spec'] => ({
      hosts: this.props.hosts ?? [stable.service.name],
      gateways: this.props.gateways,
      http: [{
        name: ROUTE,
        // The controller writes the weights from here on; Git says where they start.
        route: [
          { destination: this.destination(scope, stable), weight: 100 },
          { destination: this.destination(scope, canary), weight: 0 },
        ],
      }],
    });
    return new ApiObject(scope, 'VirtualService', {
      apiVersion: 'networking.istio.io/v1',
      kind: 'VirtualService',
      metadata: { name: target.name },
      spec: Lazy.any({ produce }),
    });
  }

  private destination(scope: Construct, to: Destination): { host: string; subset?: string; port?: { number: number } } {
    const port = this.portOf(scope, to.service);
    return { host: to.service.name, subset: to.subset, port: port === undefined ? undefined : { number: port } };
  }

  // Istio can't choose between several ports (IST0112); with one there is nothing to say.
  private portOf(scope: Construct, service: Service): number | undefined {
    const ports = service.ports.map((port) => port.port);
    const { port } = this.props;
    if (port !== undefined && !ports.includes(port)) {
      throw fail(scope, `trafficRouting.port is ${port}, but the Service ${service.name} has ${ports.join(', ') || 'no ports'}. ` +
        'choose one of its ports');
    }
    if (port === undefined && ports.length > 1) {
      throw fail(scope, `the Service ${service.name} has the ports ${ports.join(', ')}, and Istio needs to know which one gets the traffic. ` +
        `say it: TrafficRouter.istio({ port: ${ports[0]}, ... })`);
    }
    return ports.length > 1 ? port : undefined;
  }
}
