import type {
  RolloutSpecStrategyCanaryTrafficRoutingIstioDestinationRule, RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualService,
} from '../../../imports/types/argo-rollouts/rollout';
import type { DestinationRule, DestinationRuleSpecTrafficPolicy } from '../../../imports/types/istio/destination-rule';
import type { VirtualService, VirtualServiceSpecHttp, VirtualServiceSpecHttpRoute } from '../../../imports/types/istio/virtual-service';

/** Short names for the generated wire types that the Istio router renders. */
export type VirtualServiceWire = NonNullable<VirtualService['spec']>;
export type HttpRouteWire = VirtualServiceSpecHttp;
export type WeightedDestinationWire = VirtualServiceSpecHttpRoute;
export type DestinationRuleWire = NonNullable<DestinationRule['spec']>;
export type TrafficPolicyWire = DestinationRuleSpecTrafficPolicy;
/** How a Rollout names what Istio's objects it changes. */
export type ManagedVirtualServiceWire = RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualService;
export type ManagedDestinationRuleWire = RolloutSpecStrategyCanaryTrafficRoutingIstioDestinationRule;
