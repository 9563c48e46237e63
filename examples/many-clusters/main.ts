import {
  ArgoApp, ArgoCdParams, ArgoChart, CanaryRollout, CanaryStep, Destination, Generator, MultiClusterAppSet, Repository, Source, SyncPolicy,
  TrafficRouter,
} from 'cdk8s-argo';
import { Probe } from 'cdk8s-plus-27';

const app = new ArgoApp({ outdir: 'dist/many-clusters' });

// One folder an environment; which clusters get it, Argo CD finds out by their labels.
for (const [environment, replicas] of [['staging', 2], ['production', 8]] as const) {
  const chart = new ArgoChart(app, `status-${environment}`, { folder: `status/${environment}`, namespace: 'status' });
  new CanaryRollout(chart, 'Status', {
    replicas,
    containers: [{ image: 'registry.example.com/status:1.9.3', portNumber: 8080, readiness: Probe.fromHttpGet('/') }],
    trafficRouting: TrafficRouter.istio({ splitBy: 'subset' }),
    steps: [...CanaryStep.ramp([10, 50], { pause: '5m' })],
  });
}

const repository = Repository.git({ url: 'https://git.example.com/status/manifests.git', revision: 'main', root: 'dist/many-clusters' });
const bootstrap = new ArgoChart(app, 'bootstrap', { namespace: 'argocd' });

// The steps need a switch of the ApplicationSet controller, which the set turns on here.
new ArgoCdParams(bootstrap, 'Params');

new MultiClusterAppSet(bootstrap, 'Status', {
  generators: [
    Generator.clusters({ matchLabels: { env: 'staging' }, values: { folder: 'staging' } }),
    Generator.clusters({ matchLabels: { env: 'production' }, values: { folder: 'production' } }),
  ],
  template: (p) => ({
    name: `status-${p.nameNormalized}`,
    labels: { env: p.label('env') },
    source: Source.git({ repository, path: `status/${p.values.folder}` }),
    destination: Destination.server(p.server, 'status'),
    syncPolicy: SyncPolicy.manual({ createNamespace: true }),
  }),
  rollingSync: [{ matchLabels: { env: ['staging'] } }, { matchLabels: { env: ['production'] }, maxUpdate: '25%' }],
});

app.synth();
