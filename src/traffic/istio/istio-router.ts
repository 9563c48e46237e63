import type { Construct } from 'constructs';
import { InputError } from '../../manifests/input-error';
import { fail } from '../../render/construct-error';
import { EVERY_ROUTER } from '../router-ability';
import type { ITrafficRouter, TrafficRouterConfig, TrafficRouterTarget } from '../router-binding';
import { servicePair } from '../service-pair';
import { additionalSubsetsOf, bindDestinationRule, checkDestinationRule } from './destination-rule';
import { httpRouteNames } from './http-routes';
import type { IstioNamedVirtualService, IstioRouterProps, IstioStreamRouterProps } from './istio-router-props';
import type { Split } from './split';
import { checkVirtualService, createVirtualService, type IstioVirtualService, splitsRequests } from './virtual-service';
import { VirtualServiceRef } from './virtual-service-ref';
import type { ManagedDestinationRuleWire } from './wire';

// Header and mirror routes are http routes, and every VirtualService gets them (rollout/trafficrouting/istio/istio.go).
const CONNECTIONS = { ...EVERY_ROUTER, experimentWeights: true } as const;
const REQUESTS = { ...CONNECTIONS, headerRoutes: true, headerPatterns: true, mirrorRoutes: true } as const;

interface SplitConfig extends Split {
  readonly services: Pick<TrafficRouterConfig, 'service' | 'stableService' | 'canaryService' | 'pingPong'>;
  readonly destinationRule?: ManagedDestinationRuleWire;
}

/** Emits the VirtualServices, and in `subset` mode the DestinationRule, that Argo Rollouts then moves weights in. */
export class IstioRouter implements ITrafficRouter<'canaryScale' | 'experimentWeights'> {
  public readonly routerName = 'istio';
  public readonly abilities: typeof REQUESTS | typeof CONNECTIONS;
  private readonly virtualServices: readonly (IstioVirtualService | IstioNamedVirtualService | VirtualServiceRef)[];

  public constructor(private readonly props: IstioRouterProps | IstioStreamRouterProps) {
    this.virtualServices = props.virtualServices ?? [props.virtualService ?? props];
    for (const service of this.virtualServices) {
      if (!(service instanceof VirtualServiceRef)) checkVirtualService(service);
    }
    if (props.splitBy === 'subset') checkDestinationRule(props.destinationRule);
    const names = (props.virtualServices ?? []).map(({ name }) => name);
    const twice = names.find((name, i) => names.indexOf(name) < i);
    if (twice !== undefined) throw new InputError(`two VirtualServices are named ${twice}. give each a name of its own`);
    const requests = this.virtualServices.every((service) =>
      service instanceof VirtualServiceRef ? service.carries === 'requests' : splitsRequests(service));
    this.abilities = requests ? REQUESTS : CONNECTIONS;
  }

  public bind(scope: Construct, target: TrafficRouterTarget): TrafficRouterConfig {
    this.checkManagedRoutes(scope, target.managedRoutes);
    const { services, destinationRule, ...split } = this.split(scope, target);
    const bound = this.virtualServices.map((service) => {
      if (service instanceof VirtualServiceRef) return service._bind(scope);
      const name = 'name' in service ? service.name : target.name;
      return createVirtualService(scope, 'name' in service ? `VirtualService-${name}` : 'VirtualService', name, service, split, this.props.port);
    });
    return {
      ...services,
      trafficRouting: {
        istio: { ...(this.props.virtualServices ? { virtualServices: bound } : { virtualService: bound[0] }), destinationRule },
      },
    };
  }

  private split(scope: Construct, target: TrafficRouterTarget): SplitConfig {
    if (this.props.splitBy === 'subset') return this.splitBySubset(scope, target);
    return this.props.pingPong ? splitByPingPong(target) : splitByHost(target);
  }

  // Services named beside a DestinationRule would switch off the guard that waits for ready pods before the subsets
  // move (shouldDelayDestinationRuleUpdate in rollout/trafficrouting/istio/istio.go), so here there is only one.
  private splitBySubset(scope: Construct, target: TrafficRouterTarget): SplitConfig {
    const service = target.createService('Service', target.name);
    const rule = this.props.destinationRule;
    const destinationRule = bindDestinationRule(scope, target.name, service.name, rule);
    return {
      services: { service },
      stable: { service, subset: destinationRule.stableSubsetName },
      canary: { service, subset: destinationRule.canarySubsetName },
      additional: additionalSubsetsOf(rule),
      defaultHost: service.name,
      destinationRule,
    };
  }

  private checkManagedRoutes(scope: Construct, managed: readonly string[]): void {
    for (const service of this.virtualServices) {
      const kept = service instanceof VirtualServiceRef ? service.routes : httpRouteNames(service);
      const taken = managed.find((name) => kept.includes(name));
      if (taken === undefined) continue;
      throw fail(scope, `a step sets the route ${taken}, which Argo Rollouts removes when the release ends, and the VirtualService has a route of that ` +
        'name. give the route of the step another name');
    }
  }
}

function splitByHost(target: TrafficRouterTarget): SplitConfig {
  const { stable: stableService, canary: canaryService } = servicePair(target);
  return {
    services: { service: stableService, stableService, canaryService },
    stable: { service: stableService },
    canary: { service: canaryService },
    additional: [],
    defaultHost: stableService.name,
  };
}

// The first release makes ping the stable one (promoteStable in rollout/sync.go), so that is where the weights start.
function splitByPingPong(target: TrafficRouterTarget): SplitConfig {
  const service = target.createService('Service', target.name);
  const ping = target.createService('PingService', `${target.name}-ping`);
  const pong = target.createService('PongService', `${target.name}-pong`);
  return {
    services: { service, pingPong: { ping, pong } },
    stable: { service: ping },
    canary: { service: pong },
    additional: [],
    defaultHost: service.name,
  };
}
