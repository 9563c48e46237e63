import {
  AppOfApps, Application, ArgoApp, ArgoCdConfig, ArgoChart, Destination, Generator, MultiClusterAppSet, Repository, Source, SyncOption,
  SyncPolicy,
} from 'cdk8s-argo';
import { Catalogue } from './catalogue';

const app = new ArgoApp({ outdir: 'dist/app-of-apps' });
const repository = Repository.git({ url: 'https://git.example.com/platform/manifests.git', revision: 'main', root: 'dist/app-of-apps' });

// The root is applied once by hand. Deleting it deletes the Applications below it, and nothing that they have applied.
const bootstrap = new ArgoChart(app, 'bootstrap', { namespace: 'argocd' });
const platform = new AppOfApps(bootstrap, 'Platform', { repository, cascadeDeletion: true });

// The configuration of Argo CD is a commit like any other. The order below needs a health check, which comes into it by itself.
const foundation = new ArgoChart(app, 'foundation', { namespace: 'argocd' });
new ArgoCdConfig(foundation, 'Config');
const configured = platform.addChart(foundation, { syncPolicy: SyncPolicy.automated({ syncOptions: [SyncOption.serverSideApply()] }) });

// A root of its own for what everything else stands on, in an order.
const infrastructure = platform.addAppOfApps('Infrastructure', { cascadeDeletion: true }).syncAfter(configured);
const charts = Repository.helm({ url: 'https://charts.example.com' });
const certificates = infrastructure.add(new Application(infrastructure.applications, 'CertManager', {
  source: Source.helmChart({ repository: charts, chart: 'cert-manager', version: '1.18.2' }),
  destination: Destination.inCluster('cert-manager'),
  syncPolicy: SyncPolicy.automated({ createNamespace: true, syncOptions: [SyncOption.serverSideApply()] }),
}));
infrastructure.add(new Application(infrastructure.applications, 'Ingress', {
  source: Source.helmChart({ repository: charts, chart: 'ingress-nginx', version: '4.13.1' }),
  destination: Destination.inCluster('ingress'),
  syncPolicy: SyncPolicy.automated({ createNamespace: true }),
})).syncAfter(certificates);

// A chart of this app. With a server-side apply the Application keeps what Argo Rollouts writes into the selectors of the Services.
platform.addChart(new Catalogue(app, 'catalogue'), {
  syncPolicy: SyncPolicy.automated({ createNamespace: true, syncOptions: [SyncOption.serverSideApply()] }),
}).syncAfter(infrastructure);

// Agents on every cluster: an ApplicationSet counts as healthy once its Applications are made.
platform.add(new MultiClusterAppSet(platform.applications, 'Agents', {
  generators: [Generator.clusters({ matchLabels: { agents: 'true' } })],
  template: (p) => ({
    name: `agents-${p.nameNormalized}`,
    source: Source.helmChart({ repository: charts, chart: 'agents', version: '2.4.0' }),
    destination: Destination.server(p.server, 'agents'),
  }),
})).syncAfter(infrastructure);

app.synth();
