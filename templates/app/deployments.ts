import { AppOfApps, ArgoApp, ArgoChart, Destination, Environment, ImageLock, Repository, SyncOption, SyncPolicy } from 'cdk8s-argo';
import { Web } from './web';

/** This repository, as Argo CD clones it. */
const repository = Repository.git({ url: 'https://git.example.com/my-deployments.git', revision: 'main', root: 'dist' });

const staging = Environment.named('staging');
const production = Environment.named('production');

/** Everything that this repository deploys, and how Argo CD does it. */
export function deployments(): ArgoApp {
  const app = new ArgoApp();
  const images = ImageLock.read('images.lock.yaml', { names: ['web'] });

  // Somebody applies this one by hand, once. From then on all there is to do are commits.
  const root = new AppOfApps(new ArgoChart(app, 'bootstrap', { namespace: 'argocd' }), 'Root', {
    repository,
    syncPolicy: SyncPolicy.automated({ prune: true }),
  });
  for (const environment of [staging, production]) {
    root.addChart(new Web(app, `web-${environment.name}`, { environment, image: images.of('web', { environment }) }), {
      // Both run in the cluster of Argo CD; for one elsewhere write Destination.cluster('its name').
      destination: Destination.inCluster(),
      syncPolicy: SyncPolicy.automated({ createNamespace: true, syncOptions: [SyncOption.serverSideApply()] }),
    });
  }
  return app;
}
