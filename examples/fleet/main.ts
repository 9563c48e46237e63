import { Application, ArgoApp, ArgoChart, Destination, Repository, Source } from 'cdk8s-argo';
import { Construct } from 'constructs';
import { ClusterInfo, ClusterInfoApplications, index } from './cluster-info';
import { eu, fleet, hub, production, staging, test, us } from './fleet';
import { Registrations } from './registrations';
import { Web } from './web';

const app = new ArgoApp({ outdir: 'dist/fleet', fleet, layout: { index } });
const repository = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main', root: 'dist/fleet' });

// Written to staging/test/web, production/eu/web and production/us/web.
const webs = [
  { cluster: test, environment: staging },
  { cluster: eu, environment: production },
  { cluster: us, environment: production },
].map(({ cluster, environment }) => ({ cluster, chart: new Web(new Construct(app, cluster.name), 'Web', { cluster, environment }) }));

const registrations = new Registrations(app, 'Registrations', repository);
const applications = new ArgoChart(app, 'Applications', { namespace: 'argocd', cluster: hub });
for (const { cluster, chart } of webs) {
  // Another cluster here than that of the chart is an error.
  new Application(applications, `web-${cluster.name}`, { source: Source.chart(chart, repository), destination: Destination.cluster(cluster, 'web') });
}
new Application(applications, 'registrations', { source: Source.chart(registrations, repository), destination: Destination.inCluster('argocd') });

// Delivered by way of the index: info/test, info/eu and info/us.
for (const cluster of [test, eu, us]) new ClusterInfo(app, cluster);
new ClusterInfoApplications(app, 'ClusterInfoApplications', repository);

app.synth();
