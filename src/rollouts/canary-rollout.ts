import type * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { ServiceRole } from '../analysis/argument';
import type { AnalysisTarget, BoundAnalysis } from '../analysis/bound-analysis';
import { fail, failHere } from '../render/construct-error';
import type { ITrafficRouter, TrafficRouterConfig } from '../traffic/router-binding';
import type { CanaryStep } from './canary-step';
import { Rollout, type RolloutProps } from './rollout';
import type { RolloutStrategyWire } from './wire';

/** What a `CanaryRollout` is made of. */
export interface CanaryRolloutProps extends RolloutProps {
  /** How traffic is split: `TrafficRouter.istio(...)`, or `TrafficRouter.podRatio()` when no router is at hand. */
  readonly trafficRouting: ITrafficRouter;
  /** What happens between the first canary pod and full traffic, in order. The end is always 100 %. */
  readonly steps: readonly CanaryStep[];
}

/**
 * Releases a new version to a growing share of the traffic, and takes it back when a check fails. Makes the Rollout and
 * every object that it names: the Services and what its router needs.
 *
 * @see rollout/canary.go in argoproj/argo-rollouts
 */
export class CanaryRollout extends Rollout {
  private readonly routing: TrafficRouterConfig;
  private readonly steps: readonly CanaryStep[];

  public constructor(scope: Construct, id: string, props: CanaryRolloutProps) {
    super(scope, id, props);
    this.steps = [...props.steps];
    this.routing = props.trafficRouting.bind(this, {
      name: this.name,
      createService: (serviceId, name) => this.createService(serviceId, name),
    });
  }

  /** The Service that clients call, or that an ingress leads to. */
  public get service(): kplus.Service {
    return this.routing.service;
  }

  /**
   * Leads traffic from an Ingress to the pods, where their number splits it. A router splits only what passes through it, so
   * with one this throws.
   */
  public override exposeViaIngress(path: string, options?: kplus.ExposeServiceViaIngressOptions): kplus.Ingress {
    if (this.routing.trafficRouting) {
      throw failHere(this, `an Ingress would lead past the router straight to ${this.service.name}, and its traffic would never reach the canary. ` +
        'let the traffic in by the router: TrafficRouter.istio({ hosts: [...], gateways: [...] })');
    }
    return super.exposeViaIngress(path, options);
  }

  /** The Service that leads to the stable pods alone. Throws when the router has none. */
  public get stableService(): kplus.Service {
    return this.serviceOf('stable');
  }

  /** The Service that leads to the canary pods alone. Throws when the router has none. */
  public get canaryService(): kplus.Service {
    return this.serviceOf('canary');
  }

  protected override get clientService(): kplus.Service {
    return this.routing.service;
  }

  protected override get analyses(): readonly BoundAnalysis[] {
    return this.steps.flatMap((step) => step.analyses);
  }

  /** @internal */
  protected override _strategy(): RolloutStrategyWire {
    const target: AnalysisTarget = { serviceName: (role) => this.serviceIn(role)?.name ?? { missing: this.missing(role) } };
    return {
      canary: {
        stableService: this.routing.stableService?.name,
        canaryService: this.routing.canaryService?.name,
        trafficRouting: this.routing.trafficRouting,
        steps: this.steps.length > 0 ? this.steps.map((step) => step._toKube(target)) : undefined,
      },
    };
  }

  private serviceOf(role: 'stable' | 'canary'): kplus.Service {
    const service = this.serviceIn(role);
    if (!service) throw fail(this, this.missing(role));
    return service;
  }

  private serviceIn(role: ServiceRole): kplus.Service | undefined {
    if (role === 'stable') return this.routing.stableService;
    return role === 'canary' ? this.routing.canaryService : undefined;
  }

  private missing(role: ServiceRole): string {
    if (role === 'active' || role === 'preview') {
      return `a canary rollout has no ${role} Service. use Arg.${role === 'active' ? 'stable' : 'canary'}Service()`;
    }
    return `with this way of splitting traffic there is no ${role} Service: one Service selects all pods. ` +
      `tell the pods apart by Arg.podTemplateHash('${role === 'canary' ? 'Latest' : 'Stable'}')`;
  }
}
