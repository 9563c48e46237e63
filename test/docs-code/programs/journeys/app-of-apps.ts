import { Yaml } from 'cdk8s';
import { AppOfApps, Application, type ArgoApp, ArgoCdConfig, ArgoChart, Destination, Repository, Source, SyncPolicy } from 'cdk8s-argo';
import { Manifests, Match, TestApp } from 'cdk8s-argo/testing';
import { Catalogue } from '../../../../examples/app-of-apps/catalogue';
import { shows, showsReport } from '../../shown';

const repository = Repository.git({ url: 'https://git.example.com/platform/manifests.git', revision: 'main', root: 'dist' });
const charts = Repository.helm({ url: 'https://charts.example.com' });

/** A root with its children; `configured` says whether the configuration of Argo CD is one of them. */
function platform(app: ArgoApp, { configured = true, catalogue = true } = {}) {
  const bootstrap = new ArgoChart(app, 'bootstrap', { namespace: 'argocd' });
  const root = new AppOfApps(bootstrap, 'Platform', { repository, cascadeDeletion: true });

  const ingress = root.add(new Application(root.applications, 'Ingress', {
    source: Source.helmChart({ repository: charts, chart: 'ingress-nginx', version: '4.13.1' }),
    destination: Destination.inCluster('ingress'),
    syncPolicy: SyncPolicy.automated({ createNamespace: true }),
  }));
  if (configured) {
    const foundation = new ArgoChart(app, 'foundation', { namespace: 'argocd' });
    new ArgoCdConfig(foundation, 'Config');
    ingress.syncAfter(root.addChart(foundation));
  }
  if (catalogue) {
    root.addChart(new Catalogue(app, 'catalogue'), { syncPolicy: SyncPolicy.automated({ createNamespace: true }) }).syncAfter(ingress);
  }
  return { bootstrap, root };
}

const app = new TestApp();
const { root } = platform(app);
const plan = Manifests.fromApp(app).syncPlan().toString();
shows(plan);

describe('the root', () => {
  test('applies ingress before catalogue', () => {
    const applications = Manifests.fromChart(root.applications);
    const waveOf = (name: string) => Number(applications.find('Application', name).metadata?.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);
    expect(waveOf('ingress')).toBeLessThan(waveOf('catalogue'));
  });

  test('takes nothing down when a child is deleted', () => {
    Manifests.fromChart(root.applications).hasNoResource('Application', { metadata: { finalizers: Match.anyValue() } });
  });
});

// An order that nobody keeps.
showsReport(platform(new TestApp(), { configured: false }).root.applications);

// A child that is to go, with all that it has applied: the first of two commits.
const last = new TestApp();
const { root: leaving } = platform(last, { catalogue: false });
const catalogue = new Catalogue(last, 'catalogue');
leaving.addChart(catalogue, { cascadeDeletion: true });
shows(Yaml.stringify(Manifests.fromChart(leaving.applications).find('Application', 'catalogue')));
