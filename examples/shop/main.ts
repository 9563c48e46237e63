import { AppOfApps, ArgoApp, ArgoChart, Destination, Repository, SyncPolicy, Validations } from 'cdk8s-argo';
import { Shop } from './shop';

const app = new ArgoApp({ outdir: 'dist/shop' });

// The same code for both environments: what differs is said here and nowhere else.
const staging = new Shop(app, 'shop-staging', { host: 'shop.staging.example.com', replicas: 2, image: '4.2.0' });
const production = new Shop(app, 'shop-production', { host: 'shop.example.com', replicas: 12, image: '4.2.0' });

const repository = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main', root: 'dist/shop' });
const bootstrap = new ArgoChart(app, 'bootstrap', { namespace: 'argocd' });
const platform = new AppOfApps(bootstrap, 'Platform', { repository, syncPolicy: SyncPolicy.automated({ prune: true }) });

// Staging is tried out, production is cared for: only there Argo CD takes away what Git no longer has.
const first = platform.addChart(staging, {
  destination: Destination.cluster('staging'),
  syncPolicy: SyncPolicy.automated({ createNamespace: true }),
});
const second = platform.addChart(production, {
  destination: Destination.cluster('production'),
  syncPolicy: SyncPolicy.automated({ createNamespace: true, prune: true }),
});
// The order of the first installation; releases follow the revision of each.
second.syncAfter(first);
Validations.of(platform).acknowledge({
  rule: 'apps/child-order-needs-health',
  reason: 'argocd-cm is in the Helm values of our Argo CD, and has the health check for Applications',
  // Written into the Application too, so that `cdk8s-argo lint` of the YAML knows of it.
  annotate: true,
});

app.synth();
