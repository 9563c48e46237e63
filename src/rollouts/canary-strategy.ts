import type * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { ServiceRole } from '../analysis/argument';
import type { AnalysisTarget, BoundAnalysis } from '../analysis/bound-analysis';
import { secondsOf } from '../manifests/duration';
import { fail } from '../render/construct-error';
import { bindRouters, routersOf } from '../traffic/bind-routers';
import type { TrafficRouterConfig, TrafficRouting } from '../traffic/router-binding';
import { checkCanarySteps, managedRoutesOf } from './canary-checks';
import type { CanaryStep } from './canary-step';
import type { CanaryBaseProps, CanaryStrategyProps, RoutedCanaryProps } from './canary-strategy-props';
import { delaySeconds } from './delay';
import { refuseSelectedLabels } from './ephemeral-metadata';
import { checkedPodCount, type PodCount } from './pod-count';
import type { RolloutServices } from './rollout-services';
import type { RolloutStrategy } from './rollout-strategy';
import type { CanaryWire, RolloutStrategyWire } from './wire';

/** The props of a canary, once the compiler has checked them against the router. */
export type AnyCanaryStrategyProps = Omit<CanaryBaseProps, 'steps' | 'trafficRouting'> & RoutedCanaryProps & {
  readonly steps: readonly CanaryStep[];
  readonly trafficRouting: TrafficRouting;
};

/** Forgets what the compiler has checked. */
export function anyStrategyProps<R extends TrafficRouting>(props: CanaryStrategyProps<R>): AnyCanaryStrategyProps {
  return props as AnyCanaryStrategyProps;
}

/** Releases to a growing share of the traffic. */
export class CanaryStrategy implements RolloutStrategy {
  private readonly routing: TrafficRouterConfig;
  private readonly steps: readonly CanaryStep[];
  private readonly managedRoutes: readonly string[];

  public constructor(
    private readonly scope: Construct,
    rollout: { readonly name: string; readonly services: RolloutServices },
    private readonly props: AnyCanaryStrategyProps,
  ) {
    this.steps = [...props.steps];
    this.managedRoutes = managedRoutesOf(this.steps);
    this.routing = bindRouters(scope, props.trafficRouting, {
      name: rollout.name,
      podLabels: rollout.services.podLabels,
      createService: (id, name) => rollout.services.create(id, name),
      managedRoutes: this.managedRoutes,
    });
    const { canaryMetadata, stableMetadata } = props;
    refuseSelectedLabels(scope, { canaryMetadata, stableMetadata }, rollout.services.podLabels);
    checkCanarySteps(scope, this.steps, routersOf(props.trafficRouting), this.routing.trafficRouting?.maxTrafficWeight);
  }

  /** Whether a router splits the traffic. Otherwise the number of pods does. */
  public get isRouted(): boolean {
    return this.routing.trafficRouting !== undefined;
  }

  /** The Service that clients call, or that an ingress leads to. */
  public get clientService(): kplus.Service {
    return this.routing.service;
  }

  /** The checks of the steps and those beside them. */
  public get analyses(): readonly BoundAnalysis[] {
    return [...this.steps.flatMap((step) => step.analyses), ...(this.props.backgroundAnalysis?.checks ?? [])];
  }

  /** The Service that leads to one version alone. Throws when the router has none. */
  public serviceOf(role: 'stable' | 'canary'): kplus.Service {
    const service = this.serviceIn(role);
    if (!service) throw fail(this.scope, this.missing(role));
    return service;
  }

  public toKube(): RolloutStrategyWire {
    const { trafficRouting, stableService, canaryService, pingPong } = this.routing;
    const { props } = this;
    const target: AnalysisTarget = { serviceName: (role) => this.serviceIn(role)?.name ?? { missing: this.missing(role) } };
    const canary: CanaryWire = {
      stableService: stableService?.name,
      canaryService: canaryService?.name,
      pingPong: pingPong && { pingService: pingPong.ping.name, pongService: pingPong.pong.name },
      trafficRouting: trafficRouting && {
        managedRoutes: this.managedRoutes.length > 0 ? this.managedRoutes.map((name) => ({ name })) : undefined,
        ...trafficRouting,
      },
      steps: this.steps.length > 0 ? this.steps.map((step) => step._toKube(target)) : undefined,
      analysis: props.backgroundAnalysis?._toKube(target),
      maxSurge: podCount(props.maxSurge, 'maxSurge'),
      maxUnavailable: podCount(props.maxUnavailable, 'maxUnavailable'),
      antiAffinity: props.antiAffinity?._toKube(),
      canaryMetadata: props.canaryMetadata,
      stableMetadata: props.stableMetadata,
      minPodsPerReplicaSet: props.minPodsPerReplicaSet,
      dynamicStableScale: props.dynamicStableScale,
      scaleDownDelaySeconds: props.scaleDownDelay && secondsOf(props.scaleDownDelay, 'scaleDownDelay'),
      scaleDownDelayRevisionLimit: props.scaleDownDelayRevisionLimit,
      abortScaleDownDelaySeconds: delaySeconds(props.abortScaleDownDelay, 'abortScaleDownDelay'),
      replicaProgressThreshold: threshold(props.replicaProgressThreshold),
    };
    return { canary };
  }

  private serviceIn(role: ServiceRole): kplus.Service | undefined {
    if (role === 'stable') return this.routing.stableService;
    return role === 'canary' ? this.routing.canaryService : undefined;
  }

  private missing(role: ServiceRole): string {
    if (role === 'active' || role === 'preview') {
      return `a canary rollout has no ${role} Service. use Arg.${role === 'active' ? 'stable' : 'canary'}Service()`;
    }
    const why = this.routing.pingPong ? 'two Services take turns at being stable' : 'one Service selects all pods';
    return `with this way of splitting traffic there is no ${role} Service: ${why}. ` +
      `tell the pods apart by Arg.podTemplateHash('${role === 'canary' ? 'Latest' : 'Stable'}')`;
  }
}

function podCount(count: PodCount | undefined, what: string): PodCount | undefined {
  return count === undefined ? undefined : checkedPodCount(count, what);
}

function threshold(count: PodCount | undefined): CanaryWire['replicaProgressThreshold'] {
  if (count === undefined) return undefined;
  checkedPodCount(count, 'replicaProgressThreshold');
  return typeof count === 'number' ? { type: 'Pods', value: count } : { type: 'Percent', value: Number.parseInt(count, 10) };
}
