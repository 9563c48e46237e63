import type { PodSpec } from '../../imports/types/kubernetes/shared';

/** Fields of a pod's security context that cdk8s-plus does not know. */
export type PodSecurityOverrides = Omit<NonNullable<PodSpec['securityContext']>,
  'fsGroup' | 'fsGroupChangePolicy' | 'runAsGroup' | 'runAsNonRoot' | 'runAsUser' | 'sysctls'>;

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
  | 'priority'
  | 'priorityClassName'
  | 'readinessGates'
  | 'resourceClaims'
  | 'resources'
  | 'runtimeClassName'
  | 'schedulerName'
  | 'schedulingGates'
  | 'setHostnameAsFQDN'
  | 'shareProcessNamespace'
  | 'subdomain'
  | 'topologySpreadConstraints'> & {
  /**
   * Added to the security context that cdk8s-plus makes, such as `seccompProfile: { type: 'RuntimeDefault' }`.
   * @default - nothing is added
   */
  readonly securityContext?: PodSecurityOverrides;
};

/** A pod as cdk8s-plus makes it, with the fields that it does not know. */
export function withOverrides<P extends { readonly securityContext?: object }>(pod: P, overrides: PodSpecOverrides = {}): P {
  const { securityContext, ...others } = overrides;
  return { ...pod, ...others, ...(securityContext ? { securityContext: { ...pod.securityContext, ...securityContext } } : {}) };
}
