import type { JsonObject } from '../../src/manifests/json';
import type { Manifest } from '../../src/manifests/manifest';
import { ManifestSet } from '../../src/manifests/manifest-set';
import { validate } from '../../src/validation/engine';
import type { Finding } from '../../src/validation/finding';
import { DEFAULT_TARGETS } from '../../src/validation/targets';

/** The repository that the folders are committed to, below dist. */
export const url = 'https://git.example.com/org/manifests.git';

/** The weights of a VirtualService, as entries name them. */
export const WEIGHTS: JsonObject = { group: 'networking.istio.io', kind: 'VirtualService', jqPathExpressions: ['.spec.http[]?.route[]?.weight'] };

/** A canary of Istio. */
export const canary: Manifest = {
  apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'web' },
  spec: { strategy: { canary: { trafficRouting: { istio: { virtualService: { name: 'web' } } } } } },
};

/** The route of the canary. */
export const routes: Manifest = {
  apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'web' },
  spec: { http: [{ route: [{ weight: 100 }, { weight: 0 }] }] },
};

/** The spec of an Application of the folder shop, which heals itself. */
export function healing(spec: JsonObject = {}, ...syncOptions: string[]): JsonObject {
  return {
    project: 'default', source: { repoURL: url, targetRevision: 'main', path: 'dist/shop' }, destination: { name: 'in-cluster', namespace: 'shop' },
    syncPolicy: { automated: { selfHeal: true }, ...(syncOptions.length > 0 && { syncOptions }) }, ...spec,
  };
}

/** What the rules about ownership say of this object of the folder argocd, beside objects of the folder shop. */
export function ownershipOf(kind: 'Application' | 'ApplicationSet', spec: JsonObject, shop: readonly Manifest[], config: readonly Manifest[] = []): Finding[] {
  const set = new ManifestSet();
  set.addRepository({ url, root: 'dist' });
  for (const object of shop) set.add({ id: 'shop', namespace: 'shop', destination: { cluster: '' } }, object);
  const own: Manifest = { apiVersion: 'argoproj.io/v1alpha1', kind, metadata: { name: 'web', namespace: 'argocd' }, spec };
  for (const object of [own, ...config]) set.add({ id: 'argocd', namespace: 'argocd', destination: { cluster: '' } }, object);
  return [...validate(set, { targets: DEFAULT_TARGETS }).findings].filter(({ rule }) => rule.startsWith('ownership/'));
}

/** The same as lines. */
export function said(...of: Parameters<typeof ownershipOf>): string[] {
  return ownershipOf(...of).map(({ rule, pointer, message }) => `${rule} ${pointer}: ${message}`).sort();
}
