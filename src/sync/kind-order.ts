import type { ApiObject } from 'cdk8s';
import { compareText, kindRank } from '../manifests/apply-order';
import { groupOf } from '../manifests/manifest';

/**
 * Kinds that Argo CD has no health of, so that nothing waits for them: gitops-engine/pkg/health/health.go and resource_customizations in
 * argoproj/argo-cd. One that is missing here costs a wave and does no harm.
 */
const WITHOUT_HEALTH: ReadonlySet<string> = new Set([
  '/Namespace', '/ResourceQuota', '/LimitRange', '/ServiceAccount', '/Secret', '/ConfigMap', '/PersistentVolume',
  'networking.k8s.io/NetworkPolicy', 'networking.k8s.io/IngressClass', 'storage.k8s.io/StorageClass',
  'rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/ClusterRoleBinding',
  'rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/RoleBinding',
  'argoproj.io/AnalysisTemplate', 'argoproj.io/ClusterAnalysisTemplate',
  'networking.istio.io/VirtualService', 'networking.istio.io/DestinationRule',
]);

/**
 * Whether Argo CD applies all of these before all of those when they are in one wave, and would not wait for them in two waves either.
 * Kinds come in the order of a list, kinds that are not in it by name, and objects of one kind side by side.
 *
 * @see gitops-engine/pkg/sync/sync_tasks.go in argoproj/argo-cd
 */
export function isOrderedByKind(before: readonly ApiObject[], after: readonly ApiObject[]): boolean {
  if (!before.every(isReadyAtOnce)) return false;
  const last = Math.max(...before.map(rankIn));
  const first = Math.min(...after.map(rankIn));
  if (last !== first) return last < first;
  const tied = before.filter((object) => rankIn(object) === last);
  const followers = after.filter((object) => rankIn(object) === last);
  const kinds = new Set(tied.map(({ kind }) => kind));
  if (followers.some(({ kind }) => kinds.has(kind))) return false;
  const [lastName] = tied.map(({ name }) => name).sort(compareText).reverse();
  const [firstName] = followers.map(({ name }) => name).sort(compareText);
  return compareText(lastName!, firstName!) < 0;
}

function rankIn({ kind }: ApiObject): number {
  return kindRank(kind);
}

function isReadyAtOnce(object: ApiObject): boolean {
  const { apiVersion, kind } = object;
  const key = `${groupOf(apiVersion)}/${kind}`;
  return WITHOUT_HEALTH.has(key) || (key === '/Service' && isClusterService(object));
}

// Only a Service with a load balancer has something to wait for. cdk8s-plus keeps the type one construct above the object.
function isClusterService(object: ApiObject): boolean {
  return (object.node.scope as { readonly type?: unknown } | undefined)?.type === 'ClusterIP';
}
