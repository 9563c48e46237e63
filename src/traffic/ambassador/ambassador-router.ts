import { ApiObject, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import { type DurationLike, secondsOf } from '../../manifests/duration';
import { fail } from '../../render/construct-error';
import { checkedName } from '../../render/object-name';
import { EVERY_ROUTER } from '../router-ability';
import type { ITrafficRouter, TrafficRouterConfig, TrafficRouterTarget } from '../router-binding';
import { type ServicePair, servicePair } from '../service-pair';
import { servicePort } from '../service-port';
import { MappingRef } from './mapping-ref';
import type { MappingSpecWire } from './wire';

/** Which requests go to the rollout. */
export interface AmbassadorMapping {
  /**
   * Name of the Mapping.
   * @default - the name of the rollout
   */
  readonly name?: string;
  /** What the path of a request begins with: `/shop/`. */
  readonly prefix: string;
  /**
   * What the prefix is replaced by; an empty text leaves the path as it is.
   * @default '/'
   */
  readonly rewrite?: string;
  /**
   * Port of the Services that receives the traffic.
   * @default - the only port of the Services
   */
  readonly port?: number;
  /**
   * How Ambassador finds the pods, such as the name of a KubernetesEndpointResolver: it then splits between pods and passes
   * kube-proxy by.
   * @default - by the address of the Service
   */
  readonly resolver?: string;
  /**
   * How long a request may take.
   * @default 3s
   */
  readonly timeout?: DurationLike;
}

/** A Mapping for certain hosts. */
export interface HostMapping extends AmbassadorMapping {
  /** Host that clients use. */
  readonly hostname: string;
}

/** How Ambassador, or Emissary-ingress, splits the traffic of a rollout. */
export type AmbassadorRouterProps =
  | {
    /**
     * The version of Mappings that the controller looks for without a flag.
     * @default 'getambassador.io/v2'
     */
    readonly apiVersion?: 'getambassador.io/v2';
    /** Which requests go to the rollout. */
    readonly mappings: readonly [AmbassadorMapping | HostMapping | MappingRef, ...(AmbassadorMapping | HostMapping | MappingRef)[]];
  }
  | {
    /** The version of Emissary-ingress 2 and 3. The controller has to run with `--ambassador-api-version=getambassador.io/v3alpha1`. */
    readonly apiVersion: 'getambassador.io/v3alpha1';
    /** Which requests go to the rollout. In this version a Mapping without a hostname belongs to no Host. */
    readonly mappings: readonly [HostMapping | MappingRef, ...(HostMapping | MappingRef)[]];
  };

/** Emits Mappings that lead to the stable Service. The controller makes a `-canary` one beside each while a canary gets traffic. */
export class AmbassadorRouter implements ITrafficRouter<'canaryScale'> {
  public readonly routerName = 'ambassador';
  public readonly abilities = EVERY_ROUTER;

  public constructor(private readonly props: AmbassadorRouterProps) {}

  public bind(scope: Construct, target: TrafficRouterTarget): TrafficRouterConfig {
    const services = servicePair(target);
    const { apiVersion = 'getambassador.io/v2', mappings } = this.props;
    const names = mappings.map((mapping) => mappingName(scope, mapping, target));
    checkNames(scope, names);
    mappings.forEach((mapping, i) => {
      if (mapping instanceof MappingRef) return mapping._bind(scope, apiVersion);
      new ApiObject(scope, mapping.name === undefined ? 'Mapping' : `Mapping-${mapping.name}`, {
        apiVersion,
        kind: 'Mapping',
        metadata: { name: names[i]! },
        spec: Lazy.any({ produce: () => mappingSpec(scope, mapping, services, apiVersion) }),
      });
    });
    return {
      service: services.stable,
      stableService: services.stable,
      canaryService: services.canary,
      trafficRouting: { ambassador: { mappings: names } },
    };
  }
}

function mappingName(scope: Construct, { name }: AmbassadorMapping | MappingRef, target: TrafficRouterTarget): string {
  return name === undefined ? target.name : checkedName(scope, name, 'the name of the Mapping');
}

function checkNames(scope: Construct, names: readonly string[]): void {
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) {
    throw fail(scope, `two Mappings are named ${twice}. give one of them a name of its own: { name: '${twice}-internal', prefix: ... }`);
  }
  const taken = names.find((name) => names.includes(`${name}-canary`));
  if (taken !== undefined) {
    throw fail(scope, `a Mapping is named ${taken}-canary, and the controller makes one of this name for the canary of ${taken}. give it another name`);
  }
}

function mappingSpec(
  scope: Construct, mapping: AmbassadorMapping | HostMapping, { stable }: ServicePair, apiVersion: string,
): MappingSpecWire {
  const hostname = 'hostname' in mapping ? mapping.hostname : undefined;
  return {
    prefix: mapping.prefix,
    ...(apiVersion === 'getambassador.io/v2' ? { host: hostname } : { hostname }),
    rewrite: mapping.rewrite,
    service: `${stable.name}:${servicePort(scope, stable, mapping.port, 'ambassador')}`,
    resolver: mapping.resolver,
    timeout_ms: mapping.timeout && secondsOf(mapping.timeout, 'timeout') * 1000,
  };
}
