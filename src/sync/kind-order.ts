import type { ApiObject } from 'cdk8s';
import { compareText, kindRank } from '../manifests/apply-order';
import { groupOf } from '../manifests/manifest';
import type { HealthChecked } from './declared-health';

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

/** Which kinds stand first and last among objects. */
interface KindSpan {
  /** Whether there is nothing in it that Argo CD would wait for. */
  readonly isReadyAtOnce: boolean;
  readonly first: KindEdge;
  readonly last: KindEdge;
}

/** The objects at one end of the order of kinds. */
interface KindEdge {
  readonly rank: number;
  readonly kinds: ReadonlySet<string>;
  readonly firstName: string;
  readonly lastName: string;
}

/**
 * The order in which Argo CD applies what is in one wave: kinds in the order of a list, kinds that are not in it by name, and objects of
 * one kind side by side.
 *
 * @see gitops-engine/pkg/sync/sync_tasks.go in argoproj/argo-cd
 */
export class KindOrder {
  // A group may stand in many orders.
  private readonly spans = new WeakMap<readonly ApiObject[], KindSpan>();

  /** @param hasHealthCheck whether somebody has given Argo CD a health check for a kind: then there is something to wait for */
  public constructor(private readonly hasHealthCheck: HealthChecked = () => false) {}

  /** Whether all of these are applied before all of those when they are in one wave, and would not be waited for in two waves either. */
  public keeps(before: readonly ApiObject[], after: readonly ApiObject[]): boolean {
    const { isReadyAtOnce, last } = this.spanOf(before);
    const { first } = this.spanOf(after);
    if (!isReadyAtOnce) return false;
    if (last.rank !== first.rank) return last.rank < first.rank;
    return ![...last.kinds].some((kind) => first.kinds.has(kind)) && compareText(last.lastName, first.firstName) < 0;
  }

  private spanOf(objects: readonly ApiObject[]): KindSpan {
    let span = this.spans.get(objects);
    if (!span) {
      const ranks = [...new Set(objects.map(rankIn))].sort((a, b) => a - b);
      const edge = (rank: number): KindEdge => edgeOf(objects.filter((object) => rankIn(object) === rank), rank);
      span = { isReadyAtOnce: objects.every((object) => this.isReadyAtOnce(object)), first: edge(ranks[0]!), last: edge(ranks.at(-1)!) };
      this.spans.set(objects, span);
    }
    return span;
  }

  private isReadyAtOnce(object: ApiObject): boolean {
    const { apiVersion, kind } = object;
    const group = groupOf(apiVersion);
    if (this.hasHealthCheck(group, kind)) return false;
    const key = `${group}/${kind}`;
    return WITHOUT_HEALTH.has(key) || (key === '/Service' && isClusterService(object));
  }
}

function edgeOf(objects: readonly ApiObject[], rank: number): KindEdge {
  const names = objects.map(({ name }) => name).sort(compareText);
  return { rank, kinds: new Set(objects.map(({ kind }) => kind)), firstName: names[0]!, lastName: names.at(-1)! };
}

function rankIn({ kind }: ApiObject): number {
  return kindRank(kind);
}

// Only a Service with a load balancer has something to wait for. cdk8s-plus keeps the type one construct above the object.
function isClusterService(object: ApiObject): boolean {
  return (object.node.scope as { readonly type?: unknown } | undefined)?.type === 'ClusterIP';
}
