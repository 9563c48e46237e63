import {
  Application, type ArgoChart, Destination, ImageRegistry, ImageTarget, ImageUpdater, ImageUpdaterConfig, RegistryCredential, Source,
  SyncPolicy, Tags, UpdatedImage, WriteBack, WriteBackTarget,
} from 'cdk8s-argo';
import { k8sManifests } from './fleet';

/** New images of `myapp` are committed to the overlay that its Application builds. */
export function productionPipelinesImageUpdater(scope: ArgoChart): void {
  new ImageUpdaterConfig(scope, 'Registries', {
    registries: [
      // Neither of the two had a prefix. Only one registry may be without, so the Image Updater would not have read any of it.
      ImageRegistry.default({
        name: 'Docker Hub',
        apiUrl: 'https://registry-1.docker.io',
        prefix: 'docker.io',
        credentials: RegistryCredential.secret({ namespace: 'argocd', name: 'docker-hub', key: 'creds' }),
      }),
      ImageRegistry.of({
        name: 'ECR',
        // Was the address of the service that manages registries, which knows no images. And a login of ECR ends after 12 hours, so a
        // Secret would have stopped to work.
        apiUrl: 'https://registry.example.com',
        prefix: 'registry.example.com',
        credentials: RegistryCredential.script('/scripts/ecr-login.sh'),
        credentialsExpire: '11h',
      }),
    ],
  });

  const myapp = new Application(scope, 'Myapp', {
    source: Source.git({ repository: k8sManifests, path: 'apps/myapp' }),
    destination: Destination.inCluster('myapp'),
    syncPolicy: SyncPolicy.automated({ createNamespace: true }),
  });
  // Was said in annotations of the Kustomization, where nobody looks for them.
  new ImageUpdater(scope, 'Updates', {
    applications: [{
      application: myapp,
      images: [UpdatedImage.newestBuild({
        // Its strategy had an old name, and every tag counted, those of branches too.
        image: 'registry.example.com/org/myapp', allowTags: Tags.matching(/^v\d+\.\d+\.\d+$/), target: ImageTarget.kustomize('myapp'),
      })],
      writeBack: WriteBack.git({ branch: 'main', credentialsSecret: 'image-updater-token', target: WriteBackTarget.kustomization() }),
    }],
  });
}
