import type { Construct } from 'constructs';
import { checkedName } from '../render/object-name';
import { EVERY_ROUTER } from './router-ability';
import type { ITrafficRouter, TrafficRouterConfig, TrafficRouterTarget } from './router-binding';
import { servicePair } from './service-pair';

/** How a mesh that follows the Service Mesh Interface splits the traffic of a rollout. */
export interface SmiRouterProps {
  /**
   * Name of the TrafficSplit that the controller makes. One that exists already and is not the Rollout's own stops the release.
   * @default - the name of the rollout
   */
  readonly trafficSplitName?: string;
}

/**
 * Emits three Services: clients call the root one, and the mesh splits its traffic between the other two. The TrafficSplit is
 * the controller's own, so none is emitted.
 */
export class SmiRouter implements ITrafficRouter<'canaryScale' | 'experimentWeights'> {
  public readonly routerName = 'smi';
  public readonly abilities = { ...EVERY_ROUTER, experimentWeights: true } as const;

  public constructor(private readonly props: SmiRouterProps) {}

  public bind(scope: Construct, target: TrafficRouterTarget): TrafficRouterConfig {
    const { trafficSplitName } = this.props;
    if (trafficSplitName !== undefined) checkedName(scope, trafficSplitName, 'trafficSplitName');
    const { stable, canary } = servicePair(target);
    const root = target.createService('Service', target.name);
    return {
      service: root,
      stableService: stable,
      canaryService: canary,
      trafficRouting: { smi: { rootService: root.name, trafficSplitName } },
    };
  }
}
