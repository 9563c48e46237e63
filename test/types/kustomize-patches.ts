import { Repository, Source } from 'cdk8s-argo';

const repository = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main' });

/** What Kustomize patches with, and what for. */
export function patches(): void {
  Source.git({ repository, path: 'web', kustomize: { patches: [
    { target: { kind: 'Deployment' }, patch: [{ op: 'replace', path: '/spec/replicas', value: 3 }] },
    { patch: { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec: { replicas: 3 } } },
    { path: 'patch.yaml' },
  ] } });
  Source.git({ repository, path: 'web', kustomize: { patches: [
    // @ts-expect-error operations name no object, so nobody knows what they are for
    { patch: [{ op: 'remove', path: '/spec/replicas' }] },
  ] } });
  Source.git({ repository, path: 'web', kustomize: { patches: [
    // @ts-expect-error there is no such operation
    { target: { kind: 'Deployment' }, patch: [{ op: 'replce', path: '/spec/replicas', value: 3 }] },
  ] } });
  Source.git({ repository, path: 'web', kustomize: { patches: [
    // @ts-expect-error a patch stands here or in a file
    { target: { kind: 'Deployment' }, patch: { spec: { replicas: 3 } }, path: 'patch.yaml' },
  ] } });
}
