import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Application, AppOfApps, ArgoApp, ArgoChart, Destination, Environment, Kustomization, Repository, Source, SyncPolicy } from 'cdk8s-argo';
import type { Construct } from 'constructs';
import { Orders } from './orders';

// Yours is dist. Here nothing is kept: the tests beside this file look at what is made.
const outdir = mkdtempSync(join(tmpdir(), 'coming-from-'));

const app = new ArgoApp({ outdir, report: 'none' });
const staging = new Orders(app, 'orders-staging', Environment.named('staging'));
const production = new Orders(app, 'orders-production', Environment.named('production'));

const repository = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main', root: 'dist' });
const root = new AppOfApps(new ArgoChart(app, 'bootstrap', { namespace: 'argocd' }), 'Platform', { repository, syncPolicy: SyncPolicy.automated() });
root.addChart(staging, { destination: Destination.cluster('staging'), syncPolicy: SyncPolicy.automated() });
root.addChart(production, { destination: Destination.cluster('production'), syncPolicy: SyncPolicy.manual() });

const code = Repository.git({ url: 'https://git.example.com/shop/orders.git', revision: 'main' });

/** What values.yaml of the chart takes, as far as we set it: a misspelt one does not compile. */
type OrdersValues = {
  readonly replicas?: number;
  readonly host?: string;
  readonly logLevel?: 'debug' | 'info' | 'warn';
  readonly resources?: { readonly requests?: Record<string, string>; readonly limits?: Record<string, string> };
};

const defaults: OrdersValues = { logLevel: 'debug', host: 'orders.staging.example.com' };

/** The chart as it is, delivered by Argo CD, with values that the compiler checks. */
export function helmOrders(scope: Construct, environment: Environment<'staging' | 'production'>): Application {
  return new Application(scope, 'HelmOrders', {
    source: Source.git({
      repository: code, path: 'chart',
      helm: {
        releaseName: 'orders',
        values: environment.overlay(defaults, { production: { replicas: 6, host: 'orders.example.com', logLevel: 'info' } }),
      },
    }),
    destination: Destination.cluster(environment.name, 'orders'),
    syncPolicy: SyncPolicy.manual(),
  });
}

/** The overlay as it is. What changes with a release is said here, and not with `kustomize edit`. */
export function kustomizeOrders(scope: Construct, environment: Environment<'staging' | 'production'>): Application {
  return new Application(scope, 'KustomizeOrders', {
    source: Source.git({
      repository: code, path: `overlays/${environment.name}`,
      kustomize: { images: { 'registry.example.com/orders': { tag: '1.8.1' } } },
    }),
    destination: Destination.cluster(environment.name, 'orders'),
    syncPolicy: SyncPolicy.manual(),
  });
}

const asTheyAre = new ArgoChart(app, 'as-they-are', { namespace: 'argocd' });
helmOrders(asTheyAre, Environment.named('production'));
kustomizeOrders(asTheyAre, Environment.named('staging'));

// A folder that an overlay of others can name as its base.
new Kustomization(staging, 'Kustomization', { labels: { team: 'orders' } });

app.synth();
