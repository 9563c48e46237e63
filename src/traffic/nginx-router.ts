import type { Construct } from 'constructs';
import { InputError } from '../manifests/input-error';
import type { IngressRef } from './ingress/ingress-ref';
import { bindIngresses, checkSplitIngress, createSplitIngress, type NoSplitIngress, type SplitIngressProps } from './ingress/split-ingress';
import { EVERY_ROUTER } from './router-ability';
import type { ITrafficRouter, TrafficRouterConfig, TrafficRouterTarget } from './router-binding';
import { type ServicePair, servicePair } from './service-pair';
import { servicePort } from './service-port';

/** Which requests go to the canary whatever the weight is, by a header. */
export type NginxCanaryHeader =
  | {
    readonly header: string;
    /**
     * The value that leads to the canary.
     * @default - `always` leads to the canary, `never` to the stable pods, and anything else is left to the weight
     */
    readonly value?: string;
    readonly pattern?: undefined;
  }
  | {
    readonly header: string;
    /** A regular expression (PCRE) of the values that lead to the canary. */
    readonly pattern: string;
    readonly value?: undefined;
  };

/** Annotations that the controller writes over are left to it. */
export type CanaryIngressAnnotations = Readonly<Record<string, string>> & {
  readonly canary?: never;
  readonly 'canary-weight'?: never;
  readonly 'canary-weight-total'?: never;
};

/** What the canary Ingress is like, which Argo Rollouts makes from the stable one. */
export interface NginxCanaryIngress {
  /**
   * A header that leads requests to the canary at any weight. It holds for every release: between releases the canary Service leads to
   * the stable pods.
   * @default - none
   */
  readonly canaryByHeader?: NginxCanaryHeader;
  /**
   * A cookie that leads requests to the canary when its value is `always`, and to the stable pods when it is `never`.
   * @default - none
   */
  readonly canaryByCookie?: string;
  /**
   * Further annotations of the canary Ingress, without their prefix: `{ 'load-balance': 'ewma' }`. Those of the stable Ingress are not
   * copied.
   * @default - none
   */
  readonly additionalIngressAnnotations?: CanaryIngressAnnotations;
  /**
   * Annotations of the canary Ingress that are written as they are, over all others.
   * @default - none
   */
  readonly canaryIngressAnnotations?: Readonly<Record<string, string>>;
  /**
   * Prefix of the annotations that NGINX reads.
   * @default 'nginx.ingress.kubernetes.io'
   */
  readonly annotationPrefix?: string;
  /**
   * The weight that stands for all of the traffic. Weights of steps go from 0 to it: with 1000 a step can be a tenth of a percent.
   * @default 100
   */
  readonly maxTrafficWeight?: number;
}

/** How NGINX splits the traffic of a rollout. */
export type NginxRouterProps = NginxCanaryIngress & (
  | (SplitIngressProps & {
    /**
     * Class of the Ingress. Argo Rollouts watches `nginx` alone, unless its controller runs with `--nginx-ingress-classes`.
     * @default 'nginx'
     */
    readonly ingressClassName?: string;
    /**
     * Port of the stable Service that the Ingress leads to.
     * @default - the only port of the Service
     */
    readonly port?: number;
    readonly stableIngress?: undefined;
    readonly stableIngresses?: undefined;
  })
  | (NoSplitIngress & {
    /** An Ingress that is made elsewhere and leads to `<rollout>-stable`. */
    readonly stableIngress: IngressRef;
    readonly stableIngresses?: undefined;
  })
  | (NoSplitIngress & {
    readonly stableIngress?: undefined;
    /** Several Ingresses that are made elsewhere. Each leads to `<rollout>-stable`. */
    readonly stableIngresses: readonly [IngressRef, ...IngressRef[]];
  })
);

const PREFIX = 'nginx.ingress.kubernetes.io';

/** Emits the stable Ingress. The canary Ingress beside it is the controller's own, so none is emitted. */
export class NginxRouter implements ITrafficRouter<'canaryScale'> {
  public readonly routerName = 'nginx';
  public readonly abilities = EVERY_ROUTER;

  public constructor(private readonly props: NginxRouterProps) {
    const { maxTrafficWeight, annotations = {}, annotationPrefix = PREFIX } = props;
    if (maxTrafficWeight !== undefined && (!Number.isInteger(maxTrafficWeight) || maxTrafficWeight < 1)) {
      throw new InputError(`maxTrafficWeight is ${maxTrafficWeight}. give a whole number above 0, such as 1000 for steps of a tenth of a percent`);
    }
    const canary = Object.keys(annotations).find((key) => key === `${annotationPrefix}/canary` || key.startsWith(`${annotationPrefix}/canary-`));
    if (canary !== undefined) {
      throw new InputError(`annotations has ${canary}, which would turn the stable Ingress into a canary and leave its host without one that answers. ` +
        'remove it: steps set the weight, canaryByHeader and canaryByCookie the rest');
    }
    checkSplitIngress(props);
  }

  public bind(scope: Construct, target: TrafficRouterTarget): TrafficRouterConfig {
    const services = servicePair(target);
    const { annotationPrefix, canaryIngressAnnotations, maxTrafficWeight } = this.props;
    return {
      service: services.stable,
      stableService: services.stable,
      canaryService: services.canary,
      trafficRouting: {
        maxTrafficWeight,
        nginx: {
          ...this.ingresses(scope, target.name, services),
          annotationPrefix,
          additionalIngressAnnotations: this.additional(),
          canaryIngressAnnotations,
        },
      },
    };
  }

  private ingresses(scope: Construct, name: string, { stable }: ServicePair): { stableIngress?: string; stableIngresses?: string[] } {
    const { stableIngress, stableIngresses, ingressClassName = 'nginx', port } = this.props;
    if (stableIngresses) return { stableIngresses: bindIngresses(scope, stableIngresses) };
    if (stableIngress) return { stableIngress: stableIngress._bind(scope) };
    const ingress = createSplitIngress(scope, name, ingressClassName, this.props, () => ({
      name: stable.name, port: { number: servicePort(scope, stable, port, 'nginx') },
    }));
    return { stableIngress: ingress.name };
  }

  // The controller puts the prefix before these (buildCanaryIngress in rollout/trafficrouting/nginx/nginx.go).
  private additional(): Record<string, string> | undefined {
    const { canaryByHeader: by, canaryByCookie, additionalIngressAnnotations } = this.props;
    const entries = Object.entries({
      'canary-by-header': by?.header,
      'canary-by-header-value': by?.value,
      'canary-by-header-pattern': by?.pattern,
      'canary-by-cookie': canaryByCookie,
      ...additionalIngressAnnotations,
    }).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  }
}
