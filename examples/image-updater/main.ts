import {
  Application, ArgoApp, ArgoChart, Destination, ImageRegistry, ImageTarget, ImageUpdater, ImageUpdaterAnnotations, ImageUpdaterConfig,
  RegistryCredential, Repository, Source, Tags, UpdatedImage, WriteBack, WriteBackTarget,
} from 'cdk8s-argo';

const app = new ArgoApp({ outdir: 'dist/image-updater' });
const argoCd = new ArgoChart(app, 'argocd', { namespace: 'argocd' });
const repository = Repository.git({ url: 'https://git.example.com/shop/config.git', revision: 'main' });

// Applications that Kustomize renders: plain manifests have no place to write a version to.
const storefront = new Application(argoCd, 'Storefront', {
  source: Source.git({ repository, path: 'overlays/production' }),
  destination: Destination.inCluster('shop'),
});

// Versions come as pull requests, so Git stays the truth and somebody looks at each.
new ImageUpdater(argoCd, 'Shop', {
  applications: [{
    application: storefront,
    images: [
      UpdatedImage.semver({
        image: 'registry.example.com/shop/storefront', constraint: '4.x', target: ImageTarget.kustomize('storefront'),
      }),
      UpdatedImage.digest({ image: 'registry.example.com/shop/assets', tag: 'stable', target: ImageTarget.kustomize('assets') }),
    ],
    writeBack: WriteBack.git({ branch: 'main', pullRequest: 'github', target: WriteBackTarget.kustomization() }),
  }],
  signedBy: { secretName: 'cosign-public-key', key: 'cosign.pub' },
});

// The older way: annotations of the Application, which an ImageUpdater has read.
const preview = new Application(argoCd, 'Preview', {
  source: Source.git({ repository, path: 'overlays/preview' }),
  destination: Destination.inCluster('shop-preview'),
  metadata: {
    annotations: ImageUpdaterAnnotations.of({
      images: [UpdatedImage.newestBuild({
        image: 'registry.example.com/shop/storefront', allowTags: Tags.matching(/^main-[0-9a-f]{7}$/), target: ImageTarget.kustomize('storefront'),
      })],
      writeBack: WriteBack.git({ branch: 'main', target: WriteBackTarget.kustomization() }),
    }),
  },
});
new ImageUpdater(argoCd, 'Previews', { applications: [{ application: preview, fromAnnotations: true }] });

// Logins are named, never written: an External Secret makes registry-login.
new ImageUpdaterConfig(argoCd, 'Registries', {
  registries: [
    ImageRegistry.default({ name: 'Docker Hub', apiUrl: 'https://registry-1.docker.io', prefix: 'docker.io', defaultNamespace: 'library' }),
    ImageRegistry.of({
      name: 'Company', apiUrl: 'https://registry.example.com', prefix: 'registry.example.com',
      credentials: RegistryCredential.pullSecret({ namespace: 'argocd', name: 'registry-login' }),
    }),
  ],
});

app.synth();
