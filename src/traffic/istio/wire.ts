import type { DestinationRule } from '../../../imports/types/istio/destination-rule';
import type { VirtualService } from '../../../imports/types/istio/virtual-service';

/** Short names for the generated wire types that the Istio router renders. */
export type VirtualServiceWire = VirtualService;
export type DestinationRuleWire = DestinationRule;
