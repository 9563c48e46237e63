import { Application, ArgoApp, ArgoChart, Cluster, Destination, Fleet, Repository, Source, SyncPolicy } from 'cdk8s-argo';
import { Storefront } from './storefront';
import { nightlyProject, teamProject } from './team-project';

const staging = Cluster.registered({ name: 'staging', server: 'https://staging.example.com:6443' });
const production = Cluster.registered({ name: 'production', server: 'https://production.example.com:6443' });

const app = new ArgoApp({ outdir: 'dist/projects', fleet: Fleet.of([staging, production]) });
const repository = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main', root: 'dist/projects' });

const projects = new ArgoChart(app, 'projects', { namespace: 'argocd' });
const shop = teamProject(projects, { repository, staging, production });
// Reports are written by hand, in a repository of their own.
const reports = Repository.git({ url: 'https://git.example.com/reports/manifests.git', revision: 'main' });
const nightly = nightlyProject(projects, reports, production, [{ name: 'reports' }]);

// Whether each Application keeps to its project is checked: repository, destination, and the kinds of what it delivers.
const applications = new ArgoChart(app, 'applications', { namespace: 'argocd' });
for (const [cluster, replicas] of [[staging, 4], [production, 8]] as const) {
  new Application(applications, `storefront-${cluster.name}`, {
    project: shop,
    source: Source.chart(new Storefront(app, `storefront-${cluster.name}`, { replicas }), repository),
    destination: Destination.cluster(cluster),
    syncPolicy: SyncPolicy.automated({ createNamespace: true }),
  });
}
new Application(applications, 'Reports', {
  project: nightly,
  source: Source.git({ repository: reports, path: 'nightly' }),
  destination: Destination.cluster(production, 'reports'),
});

app.synth();
