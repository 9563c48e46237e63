import { ApiObject, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import { fail } from '../../render/construct-error';
import { EVERY_ROUTER } from '../router-ability';
import type { ITrafficRouter, TrafficRouterConfig, TrafficRouterTarget } from '../router-binding';
import { type ServicePair, servicePair } from '../service-pair';
import { servicePort } from '../service-port';
import type { ApisixRouteRef } from './apisix-route-ref';
import { type ApisixRule, checkApisixRules } from './apisix-rule';
import { APISIX_ROUTE, type ApisixRouteSpecWire } from './wire';

/** How APISIX splits the traffic of a rollout. */
export type ApisixRouterProps =
  | {
    /** Which requests go to the rollout. */
    readonly rules: readonly [ApisixRule, ...ApisixRule[]];
    /**
     * Which APISIX serves the route, when there are several.
     * @default - the default of the APISIX ingress controller
     */
    readonly ingressClassName?: string;
    /**
     * Port of the Services that receives the traffic.
     * @default - the only port of the Services
     */
    readonly port?: number;
    readonly route?: undefined;
  }
  | {
    /** An ApisixRoute that is made elsewhere. */
    readonly route: ApisixRouteRef;
    readonly rules?: undefined;
    readonly ingressClassName?: undefined;
    readonly port?: undefined;
  };

/**
 * Emits an ApisixRoute that Argo Rollouts moves weights in. For a header route the controller makes another one, of the name
 * of that route: a copy of this one in which all rules lead to the canary. A request needs all headers of such a route.
 */
export class ApisixRouter implements ITrafficRouter<'canaryScale' | 'headerRoutes' | 'headerPatterns'> {
  public readonly routerName = 'apisix';
  public readonly abilities = { ...EVERY_ROUTER, headerRoutes: true, headerPatterns: true } as const;

  public constructor(private readonly props: ApisixRouterProps) {
    if (props.rules) checkApisixRules(props.rules);
  }

  public bind(scope: Construct, target: TrafficRouterTarget): TrafficRouterConfig {
    const services = servicePair(target);
    const route = this.route(scope, target, services);
    if (target.managedRoutes.includes(route.name)) {
      throw fail(scope, `a step sets the route ${route.name}, and the ApisixRoute of the rollout has this name. the controller makes an ApisixRoute of ` +
        'the name of a header route and takes it away again: give the header route another name');
    }
    return {
      service: services.stable,
      stableService: services.stable,
      canaryService: services.canary,
      trafficRouting: { apisix: { route: { name: route.name, rules: route.rules } } },
    };
  }

  private route(scope: Construct, { name }: TrafficRouterTarget, services: ServicePair): Pick<ApisixRouteRef, 'name' | 'rules'> {
    const { props } = this;
    if (props.route) return props.route._bind(scope);
    const { rules, ingressClassName, port } = props;
    const produce = (): ApisixRouteSpecWire => ({
      ingressClassName,
      http: rules.map((rule) => ({
        name: rule.name,
        priority: rule.priority,
        websocket: rule.websocket,
        match: { hosts: rule.hosts, methods: rule.methods, paths: rule.paths ?? ['/*'] },
        // The controller writes the weights from here on; Git says where they start.
        backends: [
          { serviceName: services.stable.name, servicePort: servicePort(scope, services.stable, port, 'apisix'), weight: 100 },
          { serviceName: services.canary.name, servicePort: servicePort(scope, services.canary, port, 'apisix'), weight: 0 },
        ],
        // The API server fills in that a plugin is enabled: written out, Argo CD sees no difference.
        plugins: rule.plugins?.map((plugin) => ({ name: plugin.name, enable: true, config: plugin.config })),
      })),
    });
    new ApiObject(scope, 'ApisixRoute', { ...APISIX_ROUTE, metadata: { name }, spec: Lazy.any({ produce }) });
    return { name, rules: rules.map((rule) => rule.name) };
  }
}
