import { AlbRouter, type AlbRouterProps } from './alb-router';
import { IstioRouter } from './istio/istio-router';
import type { IstioRouterProps, IstioStreamRouterProps } from './istio/istio-router-props';
import { NginxRouter, type NginxRouterProps } from './nginx-router';
import { PodRatioRouter } from './pod-ratio-router';
import type { RouterAbility } from './router-ability';
import type { ITrafficRouter } from './router-binding';

/** The routers that this library knows. */
export class TrafficRouter {
  /**
   * Splits requests in the Istio mesh by VirtualServices, between two Services or between two subsets of one.
   * @see rollout/trafficrouting/istio/istio.go in argoproj/argo-rollouts
   */
  public static istio(props?: IstioRouterProps): ITrafficRouter<RouterAbility>;
  /** Splits TLS and TCP connections in the Istio mesh. Nothing in them can be matched or mirrored. */
  public static istio(props: IstioStreamRouterProps): ITrafficRouter<'canaryScale' | 'experimentWeights'>;
  public static istio(props: IstioRouterProps | IstioStreamRouterProps = {}): ITrafficRouter<'canaryScale' | 'experimentWeights'> {
    return new IstioRouter(props);
  }

  /**
   * Splits requests by ingress-nginx: emits the stable Ingress, beside which Argo Rollouts makes a canary Ingress of its own.
   * @see rollout/trafficrouting/nginx/nginx.go in argoproj/argo-rollouts
   */
  public static nginx(props: NginxRouterProps): ITrafficRouter<'canaryScale'> {
    return new NginxRouter(props);
  }

  /**
   * Splits requests by an Application Load Balancer of AWS: emits its Ingress, whose annotation with the weights Argo Rollouts writes.
   * Header routes know exact values alone.
   * @see rollout/trafficrouting/alb/alb.go in argoproj/argo-rollouts
   */
  public static alb(props: AlbRouterProps = {}): ITrafficRouter<'canaryScale' | 'headerRoutes' | 'experimentWeights'> {
    return new AlbRouter(props);
  }

  /**
   * No router: the canary's share of traffic is its share of pods. With 4 replicas the smallest step is a quarter, whatever
   * the weights say; the report lists the weights that can be reached.
   */
  public static podRatio(): ITrafficRouter {
    return new PodRatioRouter();
  }

  private constructor() {}
}
