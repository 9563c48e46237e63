import { ApplicationSet, ArgoChart, ChartIndex, type Cluster, Destination, Generator, type GitRepository, Source } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { hub } from './fleet';

/** Says which charts are for which clusters. Argo CD reads it from Git, so a chart that is added needs no Application of its own. */
export const index = ChartIndex.in('index');

/** What workloads can ask about the cluster that they run in. */
export class ClusterInfo extends ArgoChart {
  public constructor(scope: Construct, cluster: Cluster) {
    super(new Construct(scope, `${cluster.name}-info`), 'ClusterInfo', { cluster, namespace: 'cluster-info', folder: `info/${cluster.name}` });
    new kplus.ConfigMap(this, 'ClusterInfo', { data: { cluster: cluster.name, environment: cluster.environment?.name ?? 'tools' } });
  }
}

/** One Application for each file of the index. */
export class ClusterInfoApplications extends ArgoChart {
  public constructor(scope: Construct, id: string, repository: GitRepository) {
    super(scope, id, { namespace: 'argocd', cluster: hub });
    new ApplicationSet(this, 'ClusterInfo', {
      generators: [Generator.gitFiles({ repository, files: [index.files()], content: index.content })],
      template: (p) => ({
        name: `cluster-info-${p.cluster.name}`,
        source: Source.git({ repository, path: p.folder }),
        destination: Destination.cluster(p.cluster.name, p.namespace),
      }),
    });
  }
}
