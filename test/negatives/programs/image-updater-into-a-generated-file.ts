// The Image Updater commits a version to a file that the next synth writes again, with the version of the program.
import {
  Application, type ArgoApp, ArgoChart, Destination, ImageUpdater, Kustomization, Repository, Source, UpdatedImage, WriteBack,
  WriteBackTarget,
} from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const repository = Repository.git({ url: 'https://git.example.com/org/shop.git', revision: 'main', root: 'dist' });
  const web = new ArgoChart(app, 'web', { namespace: 'shop' });
  new kplus.ConfigMap(web, 'Settings', { data: { color: 'blue' } });
  new Kustomization(web, 'Kustomize', { images: [{ name: 'registry.example.com/shop/web', newTag: '1.0.1' }] });
  const argoCd = new ArgoChart(app, 'argocd', { namespace: 'argocd' });
  const application = new Application(argoCd, 'Web', { source: Source.chart(web, repository), destination: Destination.inCluster('shop') });
  new ImageUpdater(argoCd, 'Images', {
    applications: [{ application, images: [UpdatedImage.semver({ image: 'registry.example.com/shop/web' })] }],
    writeBack: WriteBack.git({ branch: 'main', target: WriteBackTarget.kustomization() }),
  });
}
