import type { JsonObject } from '../manifests/json';
import { AlbRouter, type AlbRouterProps } from './alb-router';
import { AmbassadorRouter, type AmbassadorRouterProps } from './ambassador/ambassador-router';
import { ApisixRouter, type ApisixRouterProps } from './apisix/apisix-router';
import { AppMeshRouter, type AppMeshRouterProps } from './app-mesh/app-mesh-router';
import { type GatewayAbilitiesOf, GatewayApiRouter, type GatewayApiRouterProps, type GatewayRoutes } from './gateway-api/gateway-api-router';
import { IstioRouter } from './istio/istio-router';
import type { IstioRouterProps, IstioStreamRouterProps } from './istio/istio-router-props';
import { NginxRouter, type NginxRouterProps } from './nginx-router';
import { type PluginAbility, PluginRouter, type PluginRouterOptions } from './plugin-router';
import { type PodRatioProps, PodRatioRouter } from './pod-ratio-router';
import type { RouterAbility } from './router-ability';
import type { ITrafficRouter } from './router-binding';
import { SmiRouter, type SmiRouterProps } from './smi-router';
import { TraefikRouter, type TraefikRouterProps } from './traefik/traefik-router';

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
   * Splits by routes of the Gateway API, which the plugin argoproj-labs/gatewayAPI changes. What steps can ask for depends on the
   * kinds of the routes.
   * @see pkg/plugin in argoproj-labs/rollouts-plugin-trafficrouter-gatewayapi
   */
  public static gatewayApi<const R extends GatewayRoutes>(props: GatewayApiRouterProps<R>): ITrafficRouter<GatewayAbilitiesOf<R>> {
    return new GatewayApiRouter(props);
  }

  /**
   * Splits requests by a TraefikService.
   * @see rollout/trafficrouting/traefik/traefik.go in argoproj/argo-rollouts
   */
  public static traefik(props: TraefikRouterProps): ITrafficRouter<'canaryScale'> {
    return new TraefikRouter(props);
  }

  /**
   * Splits requests by an ApisixRoute. When a header route of a step names several headers, APISIX wants all of them, where other
   * routers want one.
   * @see rollout/trafficrouting/apisix/apisix.go in argoproj/argo-rollouts
   */
  public static apisix(props: ApisixRouterProps): ITrafficRouter<'canaryScale' | 'headerRoutes' | 'headerPatterns'> {
    return new ApisixRouter(props);
  }

  /**
   * Splits requests by Mappings of Ambassador or Emissary-ingress.
   * @see rollout/trafficrouting/ambassador/ambassador.go in argoproj/argo-rollouts
   */
  public static ambassador(props: AmbassadorRouterProps): ITrafficRouter<'canaryScale'> {
    return new AmbassadorRouter(props);
  }

  /**
   * Splits traffic in a mesh of AWS App Mesh, a service that AWS has announced the end of for 30 September 2026.
   * @see rollout/trafficrouting/appmesh/appmesh.go in argoproj/argo-rollouts
   */
  public static appMesh(props: AppMeshRouterProps = {}): ITrafficRouter<'canaryScale'> {
    return new AppMeshRouter(props);
  }

  /**
   * Splits traffic in a mesh that follows the Service Mesh Interface, by a TrafficSplit that Argo Rollouts makes. The interface is
   * archived: for a new installation take the Gateway API.
   * @see rollout/trafficrouting/smi/smi.go in argoproj/argo-rollouts
   */
  public static smi(props: SmiRouterProps = {}): ITrafficRouter<'canaryScale' | 'experimentWeights'> {
    return new SmiRouter(props);
  }

  /**
   * Splits traffic by a plugin that the controller has been given. What it can do beside weights you say. To check the configuration
   * against a type, write `{ ... } satisfies MyConfig`: a type argument in its place has to name the abilities as well, as TypeScript
   * infers all type arguments or none.
   * @see rollout/trafficrouting/plugin/plugin.go in argoproj/argo-rollouts
   */
  public static plugin<Config extends object = JsonObject, Can extends PluginAbility = never>(
    name: `${string}/${string}`, config: Config, options: PluginRouterOptions<Can> = {},
  ): ITrafficRouter<'canaryScale' | Can> {
    return new PluginRouter(name, config, options);
  }

  /**
   * No router: the canary's share of traffic is its share of pods. With 4 replicas the smallest step is a quarter, whatever
   * the weights say; the report lists the weights that can be reached.
   */
  public static podRatio(props: PodRatioProps = {}): ITrafficRouter {
    return new PodRatioRouter(props);
  }

  private constructor() {}
}
