import type { Manifest } from './manifest';

/** The annotation that Argo CD reads the wave of an object from. */
export const WAVE_ANNOTATION = 'argocd.argoproj.io/sync-wave';

/** The annotation that makes an object a hook. */
export const HOOK_ANNOTATION = 'argocd.argoproj.io/hook';

const HELM_WEIGHT = 'helm.sh/hook-weight';

// gitops-engine/pkg/sync/sync_tasks.go in argoproj/argo-cd: listed kinds first in this order, all others after them.
const KIND_ORDER = [
  'Namespace', 'NetworkPolicy', 'ResourceQuota', 'LimitRange', 'PodSecurityPolicy', 'PodDisruptionBudget', 'ServiceAccount', 'Secret',
  'SecretList', 'ConfigMap', 'StorageClass', 'PersistentVolume', 'PersistentVolumeClaim', 'CustomResourceDefinition', 'ClusterRole',
  'ClusterRoleList', 'ClusterRoleBinding', 'ClusterRoleBindingList', 'Role', 'RoleList', 'RoleBinding', 'RoleBindingList', 'Service',
  'DaemonSet', 'Pod', 'ReplicationController', 'ReplicaSet', 'Deployment', 'HorizontalPodAutoscaler', 'StatefulSet', 'Job', 'CronJob',
  'IngressClass', 'Ingress', 'APIService',
];

const KIND_RANK: ReadonlyMap<string, number> = new Map(KIND_ORDER.map((kind, i) => [kind, i - KIND_ORDER.length]));

const PHASE_RANK: ReadonlyMap<string, number> = new Map([['PreSync', -1], ['Sync', 0], ['PostSync', 1], ['SyncFail', 2], ['PreDelete', 3], ['PostDelete', 4], ['Skip', 5]]);

/** Compares two manifests by the order in which Argo CD applies them: phase, wave, kind, name; then by group and namespace. */
export function compareByApplyOrder(a: Manifest, b: Manifest): number {
  return phaseRank(a) - phaseRank(b)
    || waveOf(a) - waveOf(b)
    || kindRank(a.kind) - kindRank(b.kind)
    || compareText(a.metadata.name ?? '', b.metadata.name ?? '')
    || compareText(a.kind, b.kind)
    || compareText(a.apiVersion, b.apiVersion)
    || compareText(a.metadata.namespace ?? '', b.metadata.namespace ?? '');
}

/** Where a kind stands among those of a wave: the lower, the earlier. */
export function kindRank(kind: string): number {
  return KIND_RANK.get(kind) ?? 0;
}

/**
 * The wave that Argo CD gives the object. Where the annotation is missing or no decimal integer it is the weight of a hook of Helm, which
 * counts for objects that are no hooks too, and 0 without one.
 *
 * @see gitops-engine/pkg/sync/syncwaves/waves.go in argoproj/argo-cd
 */
export function waveOf({ metadata: { annotations } }: Manifest): number {
  return integerIn(annotations?.[WAVE_ANNOTATION]) ?? integerIn(annotations?.[HELM_WEIGHT]) ?? 0;
}

function integerIn(text: string | undefined): number | undefined {
  return text !== undefined && isGoInteger(text) ? Number(text) : undefined;
}

/** Whether `strconv.Atoi` of Go reads a text: as a decimal integer of 64 bits, without blanks. */
export function isGoInteger(text: string): boolean {
  if (!/^[+-]?\d+$/.test(text)) return false;
  const value = BigInt(text.replace('+', ''));
  return BigInt.asIntN(64, value) === value;
}

function phaseRank(manifest: Manifest): number {
  const hooks = manifest.metadata.annotations?.[HOOK_ANNOTATION];
  return hooks === undefined ? 0 : PHASE_RANK.get(hooks.split(',')[0]!.trim()) ?? 0;
}

/** Compares by code unit, not by locale: the order is the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
