import { IstioRouter, type IstioRouterProps } from './istio/istio-router';
import { PodRatioRouter } from './pod-ratio-router';
import type { RouterAbility } from './router-ability';
import type { ITrafficRouter } from './router-binding';

/** The routers that this library knows. */
export class TrafficRouter {
  /**
   * Splits requests in the Istio mesh by a VirtualService.
   * @see rollout/trafficrouting/istio/istio.go in argoproj/argo-rollouts
   */
  public static istio(props: IstioRouterProps = {}): ITrafficRouter<RouterAbility> {
    return new IstioRouter(props);
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
