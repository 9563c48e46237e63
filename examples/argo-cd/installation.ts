import { Application, AppProject, ArgoCdInstallation, ArgoChart, Destination, Repository, Source } from 'cdk8s-argo';
import type { Construct } from 'constructs';
import { configuration } from './config';
import { notifications, storefront } from './notifications';
import { accessRights } from './rbac';

/** Argo CD installs itself from its Helm chart: the configuration is among the values of the Application. */
export class HelmInstallation extends ArgoChart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'argocd' });
    const argoCd = new ArgoCdInstallation(this, 'ArgoCd', { as: 'helmValues' });
    configuration(argoCd);
    accessRights(argoCd);
    const told = notifications(argoCd);

    // The project whose Applications the team may sync.
    new AppProject(this, 'Shop', {
      sourceRepositories: ['https://git.example.com/shop/*'],
      destinations: [Destination.inCluster('shop')],
    });

    const charts = Repository.helm({ url: 'https://charts.example.com/argo' });
    new Application(this, 'Installation', {
      source: Source.helmChart({ repository: charts, chart: 'argo-cd', version: '10.1.1', helm: { values: argoCd.helmValues } }),
      destination: Destination.inCluster('argocd'),
      metadata: { name: 'argo-cd' },
    });
    const shop = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main' });
    storefront(this, told, Source.git({ repository: shop, path: 'storefront' }));
  }
}
