import {
  AppProject, type ArgoChart, Destination, DestinationPattern, ProjectPolicy, ProjectRole, SyncWindow,
} from 'cdk8s-argo';
import { fleet, production } from './fleet';
import { argoCharts, istioCharts, manifests, monitoringCharts } from './repositories';

/** What every cluster needs before an app: it may create kinds and roles, and only the platform team touches it. */
export function platformProject(scope: ArgoChart): AppProject {
  const namespaces = ['istio-system', 'monitoring', 'argo-rollouts'] as const;
  return new AppProject(scope, 'Platform', {
    description: 'the infrastructure of every cluster',
    sourceRepositories: [istioCharts, monitoringCharts, argoCharts, manifests],
    destinations: [
      Destination.inCluster('argocd'),
      ...fleet.clusters.map((cluster) => DestinationPattern.namespaces(Destination.cluster(cluster), ...namespaces)),
    ],
    clusterResources: [
      { group: '', kind: 'Namespace' },
      { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' },
      { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole' },
      { group: 'rbac.authorization.k8s.io', kind: 'ClusterRoleBinding' },
      { group: 'admissionregistration.k8s.io', kind: '*' },
    ],
    keepWhileUsed: true,
  });
}

/** What the shop team releases: its namespace on every cluster, and no production release at the weekend. */
export function shopProject(scope: ArgoChart): AppProject {
  const productionClusters = fleet.inEnvironment(production);
  return new AppProject(scope, 'Shop', {
    description: 'what customers see',
    sourceRepositories: [manifests],
    destinations: fleetNamespaces('shop'),
    clusterResources: [{ group: '', kind: 'Namespace', name: 'shop' }],
    deniedNamespaceResources: [{ group: '', kind: 'ResourceQuota' }],
    syncWindows: [SyncWindow.deny({
      schedule: '0 16 * * fri',
      duration: '64h',
      timeZone: 'Europe/Berlin',
      clusters: [productionClusters[0]!, ...productionClusters.slice(1)],
      // Whoever is called at night may still repair it.
      manualSync: true,
      description: 'no release at the weekend',
    })],
    roles: [
      ProjectRole.named('developer', {
        groups: ['shop-developers'],
        policies: [
          ProjectPolicy.allow('get', 'applications', '*'),
          ProjectPolicy.allow('get', 'logs', '*'),
          ProjectPolicy.allow('action/argoproj.io/Rollout/*', 'applications', '*'),
        ],
      }),
    ],
  });
}

function fleetNamespaces(namespace: string): readonly [Destination, ...Destination[]] {
  const [first, ...others] = fleet.clusters.map((cluster) => Destination.cluster(cluster, namespace));
  return [first!, ...others];
}
