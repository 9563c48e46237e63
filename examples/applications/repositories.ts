import { Repository } from 'cdk8s-argo';

/** The repository that this example is committed to. */
export const manifests = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main', root: 'dist/applications' });

/** Sources that people write by hand: charts, overlays, Jsonnet. */
export const platform = Repository.git({ url: 'https://git.example.com/shop/platform.git', revision: 'main' });

/** Charts of others. */
export const charts = Repository.helm({ url: 'https://charts.example.com' });

/** Manifests that a build has pushed to a registry. */
export const artifact = Repository.oci({ url: 'oci://registry.example.com/shop/status' });
