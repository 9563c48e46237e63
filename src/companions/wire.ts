import type { PodDisruptionBudgetSpec } from '../../imports/types/kubernetes/pod-disruption-budget';
import type { PodMonitorSpec } from '../../imports/types/prometheus-operator/pod-monitor';
import type { ServiceMonitorSpec } from '../../imports/types/prometheus-operator/service-monitor';

/** Short names for the generated wire types that companions render. */
export type DisruptionBudgetWire = PodDisruptionBudgetSpec;
export type PodMonitorWire = PodMonitorSpec;
export type ServiceMonitorWire = ServiceMonitorSpec;
