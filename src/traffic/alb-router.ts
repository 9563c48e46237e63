import type { Service } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { type DurationLike, secondsOf } from '../manifests/duration';
import { InputError } from '../manifests/input-error';
import { fail } from '../render/construct-error';
import type { IngressRef } from './ingress/ingress-ref';
import { bindIngresses, checkSplitIngress, createSplitIngress, type NoSplitIngress, type SplitIngressProps } from './ingress/split-ingress';
import { EVERY_ROUTER } from './router-ability';
import type { ITrafficRouter, TrafficRouterConfig, TrafficRouterTarget } from './router-binding';
import { servicePair } from './service-pair';
import { servicePort } from './service-port';

/** How the Services of a rollout stand behind the load balancer. */
export type AlbServices =
  | {
    /**
     * Whether the Ingress leads to a Service of its own, named like the rollout, which callers inside the cluster can use too. Otherwise it
     * leads to the stable one.
     * @default false
     */
    readonly rootService?: boolean;
    readonly pingPong?: false;
  }
  | {
    /**
     * Whether the two Services take turns at being stable. Their pods never change at a promotion, so the load balancer's readiness gates
     * hold. The Ingress then leads to a Service named like the rollout.
     */
    readonly pingPong: true;
    readonly rootService?: true;
  };

/** How an Application Load Balancer of AWS splits the traffic of a rollout. */
export type AlbRouterProps = AlbServices & {
  /**
   * How long a client stays with the version that it met first, at most 7 days.
   * @default - every request is decided anew
   */
  readonly stickiness?: DurationLike;
  /**
   * Prefix of the annotations that the AWS Load Balancer Controller reads.
   * @default 'alb.ingress.kubernetes.io'
   */
  readonly annotationPrefix?: string;
  /**
   * Port of the Services that the traffic goes to.
   * @default - the only port of the Services
   */
  readonly port?: number;
} & (
  | (SplitIngressProps & {
    /**
     * Class of the Ingress. Argo Rollouts watches `alb` alone, unless its controller runs with `--alb-ingress-classes`.
     * @default 'alb'
     */
    readonly ingressClassName?: string;
    /**
     * Who reaches the load balancer.
     * @default - `internal`, unless the controller or the IngressClass says otherwise
     */
    readonly scheme?: 'internal' | 'internet-facing';
    readonly ingress?: undefined;
    readonly ingresses?: undefined;
  })
  | (Omit<NoSplitIngress, 'port'> & {
    readonly scheme?: undefined;
    /** An Ingress that is made elsewhere. It leads to the root or the stable Service with the port name `use-annotation`. */
    readonly ingress: IngressRef;
    readonly ingresses?: undefined;
  })
  | (Omit<NoSplitIngress, 'port'> & {
    readonly scheme?: undefined;
    readonly ingress?: undefined;
    /**
     * Several Ingresses that are made elsewhere, like `ingress`. Put one that is added later in front: Argo Rollouts 1.9 stops at the first
     * that needs no change (SetWeightPerIngress in rollout/trafficrouting/alb/alb.go).
     */
    readonly ingresses: readonly [IngressRef, ...IngressRef[]];
  })
);

const PREFIX = 'alb.ingress.kubernetes.io';
const LONGEST_STICKINESS = 604_800;

interface AlbBinding {
  readonly config: Pick<TrafficRouterConfig, 'service' | 'stableService' | 'canaryService' | 'pingPong'>;
  /** The Service that the Ingress names. The annotation that decides where its requests go is the controller's. */
  readonly action: Service;
  readonly rootService?: string;
}

/** Emits the Ingress, with a backend that an annotation decides on. The annotation is the controller's own, so none is emitted. */
export class AlbRouter implements ITrafficRouter<'canaryScale' | 'headerRoutes' | 'experimentWeights'> {
  public readonly routerName = 'alb';
  public readonly abilities = { ...EVERY_ROUTER, headerRoutes: true, experimentWeights: true } as const;
  private readonly stickinessSeconds: number | undefined;

  public constructor(private readonly props: AlbRouterProps) {
    const seconds = props.stickiness && secondsOf(props.stickiness, 'stickiness');
    if (seconds !== undefined && seconds > LONGEST_STICKINESS) {
      throw new InputError(`stickiness is ${seconds} seconds, and AWS knows at most 7 days. give a duration up to 168h`);
    }
    this.stickinessSeconds = seconds;
    checkSplitIngress(props);
  }

  public bind(scope: Construct, target: TrafficRouterTarget): TrafficRouterConfig {
    const { config, action, rootService } = this.services(target);
    if (target.managedRoutes.includes(action.name)) {
      throw fail(scope, `a step sets the route ${action.name}, and Argo Rollouts would take the path to the Service of that name for it. ` +
        'give the route another name');
    }
    const { annotationPrefix, port } = this.props;
    return {
      ...config,
      trafficRouting: {
        alb: {
          ...this.ingresses(scope, target.name, action),
          rootService,
          annotationPrefix,
          // A container may be added later, so the port is known when the Rollout is rendered.
          get servicePort(): number {
            return servicePort(scope, action, port, 'alb');
          },
          stickinessConfig: this.stickinessSeconds === undefined ? undefined : { enabled: true, durationSeconds: this.stickinessSeconds },
        },
      },
    };
  }

  private services(target: TrafficRouterTarget): AlbBinding {
    const root = this.props.pingPong || this.props.rootService ? target.createService('Service', target.name) : undefined;
    if (root && this.props.pingPong) {
      const ping = target.createService('PingService', `${target.name}-ping`);
      const pong = target.createService('PongService', `${target.name}-pong`);
      return { config: { service: root, pingPong: { ping, pong } }, action: root, rootService: root.name };
    }
    const { stable, canary } = servicePair(target);
    const action = root ?? stable;
    return { config: { service: action, stableService: stable, canaryService: canary }, action, rootService: root?.name };
  }

  private ingresses(scope: Construct, name: string, action: Service): { ingress?: string; ingresses?: string[] } {
    const { ingress, ingresses, ingressClassName = 'alb', scheme, annotationPrefix: prefix = PREFIX } = this.props;
    if (ingresses) return { ingresses: bindIngresses(scope, ingresses) };
    if (ingress) return { ingress: ingress._bind(scope) };
    const annotations = {
      // The Services have addresses inside the cluster alone; targets of the default type, instance, need node ports.
      [`${prefix}/target-type`]: 'ip',
      ...(scheme ? { [`${prefix}/scheme`]: scheme } : {}),
      ...this.props.annotations,
    };
    const backend = { name: action.name, port: { name: 'use-annotation' } };
    return { ingress: createSplitIngress(scope, name, ingressClassName, { ...this.props, annotations }, () => backend).name };
  }
}
