import type { PodSpec } from '../../imports/types/kubernetes/shared';

/**
 * Fields of a pod that cdk8s-plus does not know. Those that it does know are set through it, so that a pod has one source.
 */
export type PodSpecOverrides = Pick<PodSpec,
  | 'enableServiceLinks'
  | 'hostIPC'
  | 'hostPID'
  | 'hostUsers'
  | 'nodeSelector'
  | 'os'
  | 'overhead'
  | 'preemptionPolicy'
  | 'priorityClassName'
  | 'readinessGates'
  | 'resourceClaims'
  | 'runtimeClassName'
  | 'schedulerName'
  | 'schedulingGates'
  | 'shareProcessNamespace'
  | 'topologySpreadConstraints'>;
