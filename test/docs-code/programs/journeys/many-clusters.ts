import {
  ArgoApp, ArgoCdParams, ArgoChart, CanaryRollout, CanaryStep, Cluster, ClusterAccess, ClusterRegistration, Destination, Environment, Fleet,
  Generator, MultiClusterAppSet, Repository, SecretStore, Source, SyncPolicy, TrafficRouter,
} from 'cdk8s-argo';
import { Manifests, Match } from 'cdk8s-argo/testing';
import { Probe } from 'cdk8s-plus-27';
import { shows, showsFailure, showsReport, showsYaml } from '../../shown';

const staging = Environment.named('staging');
const production = Environment.named('production');

const testing = Cluster.registered({
  name: 'test', server: 'https://test.example.com:6443', labels: { env: 'staging', region: 'eu' }, environment: staging,
});
const eu = Cluster.registered({
  name: 'eu', server: 'https://eu.example.com:6443', labels: { env: 'production', region: 'eu' }, environment: production,
});
const us = Cluster.registered({
  name: 'us', server: 'https://us.example.com:6443', labels: { env: 'production', region: 'us' }, environment: production,
});
const fleet = Fleet.of([testing, eu, us]);

type Clusters = typeof fleet;

/** What differs between environments: one folder each. */
function status(app: ArgoApp): void {
  for (const environment of [staging, production]) {
    const chart = new ArgoChart(app, `status-${environment.name}`, { folder: `status/${environment.name}`, namespace: 'status' });
    new CanaryRollout(chart, 'Status', {
      replicas: environment.choose({ staging: 2, production: 8 }),
      containers: [{ image: 'registry.example.com/status:1.9.3', portNumber: 8080, readiness: Probe.fromHttpGet('/') }],
      trafficRouting: TrafficRouter.istio({ splitBy: 'subset' }),
      steps: [...CanaryStep.ramp([10, 50], { pause: '5m' })],
    });
  }
}

const repository = Repository.git({ url: 'https://git.example.com/status/manifests.git', revision: 'main', root: 'dist' });

/** Argo CD's side of it: which clusters are registered, and in which order they get a release. */
function delivery(app: ArgoApp, fleet: Clusters): ArgoChart {
  const argocd = new ArgoChart(app, 'argocd', { namespace: 'argocd' });
  new ArgoCdParams(argocd, 'Params');
  const store = SecretStore.cluster('vault');
  for (const cluster of fleet.clusters) {
    const login = `argocd/clusters/${cluster.name}`;
    new ClusterRegistration(argocd, cluster.name, {
      cluster, access: ClusterAccess.bearerToken(store.secret(login, 'token'), { tls: { caData: store.secret(login, 'ca') } }),
    });
  }
  new MultiClusterAppSet(argocd, 'Status', {
    generators: [Generator.clusters({ fleet, matchExpressions: [{ key: 'env', operator: 'Exists' }] })],
    template: (p) => ({
      name: `status-${p.nameNormalized}`,
      labels: { env: p.label('env'), region: p.label('region') },
      source: Source.git({ repository, path: `status/${p.label('env')}` }),
      destination: Destination.server(p.server, 'status'),
      syncPolicy: SyncPolicy.manual({ createNamespace: true }),
    }),
    rollingSync: [
      { matchLabels: { env: ['staging'] } },
      { matchLabels: { env: ['production'] }, maxUpdate: 1 },
    ],
  });
  return argocd;
}

/** What a program with this fleet makes. */
function program(fleet: Clusters) {
  const app = new ArgoApp({ outdir: 'dist', fleet, report: 'none' });
  status(app);
  return { app, argocd: delivery(app, fleet) };
}

const { app, argocd } = program(fleet);
shows(Manifests.fromApp(app).syncPlan().toString());
showsReport(argocd);
showsYaml(argocd);

// A new cluster with a slip in a label.
const asia = Cluster.registered({ name: 'asia', server: 'https://asia.example.com:6443', labels: { env: 'prod', region: 'asia' } });
showsFailure(() => program(Fleet.of([testing, eu, us, asia]) as never));

/** What does not compile, so nobody calls it. */
export function misspelt(argocd: ArgoChart): void {
  new MultiClusterAppSet(argocd, 'Status', {
    generators: [Generator.clusters({ fleet, matchExpressions: [{ key: 'env', operator: 'Exists' }] })],
    template: (p) => ({
      name: `status-${p.nameNormalized}`,
      // @ts-expect-error not every cluster has a label zone
      labels: { zone: p.label('zone') },
      source: Source.git({ repository, path: 'status/production' }),
      destination: Destination.server(p.server, 'status'),
    }),
  });
}

describe('the fleet', () => {
  const { applications } = Manifests.fromApp(app).syncPlan();

  test('every cluster of the fleet is delivered to', () => {
    expect(applications.map(({ name }) => name)).toEqual(expect.arrayContaining(['status-test', 'status-eu', 'status-us']));
  });

  test('no step of a release reaches two clusters of production at once', () => {
    Manifests.fromChart(argocd).hasResource('ApplicationSet', {
      spec: { strategy: { rollingSync: { steps: [{ maxUpdate: Match.absent() }, { maxUpdate: 1 }] } } },
    });
  });
});
