import {
  type AppOfApps, type AppProject, type ChildApplication, Destination, Generator, MultiClusterAppSet, type RollingSync, Source, SyncOption,
  SyncPolicy,
} from 'cdk8s-argo';
import { fleet } from './fleet';
import { argoCharts, istioCharts, monitoringCharts } from './repositories';

/** One environment after the other, and in production one cluster after the other. */
export const releaseOrder: RollingSync = [
  { matchLabels: { environment: ['dev'] } },
  { matchLabels: { environment: ['staging'] } },
  { matchLabels: { environment: ['production'] }, maxUpdate: 1 },
];

/**
 * What every cluster has before an app comes: the kinds that others use, the mesh, what watches it, and what releases. Gives the last of
 * them, for others to come after.
 */
export function infrastructure(platform: AppOfApps, project: AppProject, argoCd: ChildApplication): ChildApplication {
  const everyCluster = (name: string, namespace: string, source: Source): ChildApplication =>
    platform.add(new MultiClusterAppSet(platform.applications, name, {
      generators: [Generator.clusters({ fleet })],
      template: (p) => ({
        name: `${name}-${p.nameNormalized}`,
        labels: { environment: p.label('environment') },
        source,
        destination: Destination.cluster(p.name, namespace),
        project,
        syncPolicy: SyncPolicy.manual({ createNamespace: true, syncOptions: [SyncOption.serverSideApply()] }),
      }),
      rollingSync: releaseOrder,
    }));

  const kinds = everyCluster('istio-kinds', 'istio-system', Source.helmChart({ repository: istioCharts, chart: 'base', version: '1.30.3' }));
  const mesh = everyCluster('mesh', 'istio-system', Source.helmChart({
    repository: istioCharts,
    chart: 'istiod',
    version: '1.30.3',
    helm: { values: { pilot: { autoscaleMin: 2 } } },
  }));
  const monitoring = everyCluster('monitoring', 'monitoring', Source.helmChart({
    repository: monitoringCharts,
    chart: 'kube-prometheus-stack',
    version: '80.x',
    helm: { releaseName: 'monitoring', values: { grafana: { enabled: false } } },
  }));
  const rollouts = everyCluster('argo-rollouts', 'argo-rollouts', Source.helmChart({
    repository: argoCharts,
    chart: 'argo-rollouts',
    version: '2.x',
    helm: { values: { controller: { replicas: 2 } } },
  }));
  kinds.syncAfter(argoCd);
  mesh.syncAfter(kinds);
  monitoring.syncAfter(mesh);
  // The last of them: it measures with what watches, and switches what the mesh has.
  return rollouts.syncAfter(monitoring);
}
