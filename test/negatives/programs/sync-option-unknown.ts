// Argo CD passes over a sync option that it does not know.
import { ApiObject, JsonPatch } from 'cdk8s';
import { Application, type ArgoApp, ArgoChart, Destination, Repository, Source, SyncPolicy } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const bootstrap = new ArgoChart(app, 'bootstrap', { namespace: 'argocd' });
  const repository = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main', root: 'dist' });
  new kplus.ConfigMap(chart, 'Settings', { data: { a: 'b' } });
  const web = new Application(bootstrap, 'Web', {
    source: Source.chart(chart, repository),
    destination: Destination.inCluster(),
    syncPolicy: SyncPolicy.automated({ prune: true }),
  });
  ApiObject.of(web).addJsonPatch(JsonPatch.add('/spec/syncPolicy/syncOptions/-', 'CreateNamespaces=true'));
}
