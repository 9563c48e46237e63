import { ApiObject, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import { EVERY_ROUTER } from '../router-ability';
import type { ITrafficRouter, TrafficRouterConfig, TrafficRouterTarget } from '../router-binding';
import { type ServicePair, servicePair } from '../service-pair';
import { servicePort } from '../service-port';
import { checkTraefikMatch, ingressRouteSpec, type TraefikIngress } from './traefik-ingress';
import type { TraefikServiceRef } from './traefik-service-ref';
import type { TraefikServiceSpecWire } from './wire';

/** A cookie that keeps a client at the version it met first. */
export interface TraefikStickyCookie {
  /** @default - a name that Traefik makes */
  readonly name?: string;
  /**
   * Whether browsers send it by HTTPS only.
   * @default false
   */
  readonly secure?: boolean;
  /**
   * Whether scripts cannot read it.
   * @default false
   */
  readonly httpOnly?: boolean;
}

/** How Traefik splits the traffic of a rollout. */
export type TraefikRouterProps = {
  /**
   * The group and version of Traefik's kinds, which the flags of the Rollouts controller have to agree with. Traefik 3 serves
   * `traefik.io/v1alpha1` only, and Argo Rollouts 1.9 looks there when it runs with `--traefik-api-group=traefik.io` and
   * `--traefik-api-version=traefik.io/v1alpha1`. Without flags it looks for `traefik.containo.us/v1alpha1`, which Traefik 2
   * serves. With the wrong one the controller finds no TraefikService, and the release does not move.
   */
  readonly apiVersion: 'traefik.io/v1alpha1' | 'traefik.containo.us/v1alpha1';
} & (
  | TraefikIngress & {
    /**
     * Port of the Services that receives the traffic.
     * @default - the only port of the Services
     */
    readonly port?: number;
    /**
     * Keeps clients at the version that they met first.
     * @default - every request is split anew
     */
    readonly stickyCookie?: TraefikStickyCookie;
    readonly traefikService?: undefined;
  }
  | {
    /** A TraefikService that is made elsewhere, as is what leads to it. */
    readonly traefikService: TraefikServiceRef;
    readonly hosts?: undefined;
    readonly match?: undefined;
    readonly port?: undefined;
    readonly stickyCookie?: undefined;
  }
);

/** Emits a TraefikService that Argo Rollouts moves weights in, and an IngressRoute that leads to it. */
export class TraefikRouter implements ITrafficRouter<'canaryScale'> {
  public readonly routerName = 'traefik';
  public readonly abilities = EVERY_ROUTER;

  public constructor(private readonly props: TraefikRouterProps) {
    if (!props.traefikService) checkTraefikMatch(props);
  }

  public bind(scope: Construct, target: TrafficRouterTarget): TrafficRouterConfig {
    const services = servicePair(target);
    return {
      service: services.stable,
      stableService: services.stable,
      canaryService: services.canary,
      trafficRouting: { traefik: { weightedTraefikServiceName: this.traefikService(scope, target.name, services) } },
    };
  }

  private traefikService(scope: Construct, name: string, services: ServicePair): string {
    const { props } = this;
    const { apiVersion } = props;
    if (props.traefikService) return props.traefikService._bind(scope, apiVersion);
    const { port, stickyCookie } = props;
    const produce = (): TraefikServiceSpecWire => ({
      weighted: {
        // The controller writes the weights from here on. Left out they would split evenly with each sync until it does.
        services: [
          { name: services.stable.name, port: servicePort(scope, services.stable, port, 'traefik'), weight: 100 },
          { name: services.canary.name, port: servicePort(scope, services.canary, port, 'traefik'), weight: 0 },
        ],
        sticky: stickyCookie && { cookie: { ...stickyCookie } },
      },
    });
    new ApiObject(scope, 'TraefikService', { apiVersion, kind: 'TraefikService', metadata: { name }, spec: Lazy.any({ produce }) });
    new ApiObject(scope, 'IngressRoute', { apiVersion, kind: 'IngressRoute', metadata: { name }, spec: ingressRouteSpec(props, name) });
    return name;
  }
}
