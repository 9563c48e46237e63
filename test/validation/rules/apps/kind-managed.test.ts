import { dump } from 'js-yaml';
import type { JsonObject } from '../../../../src/manifests/json';
import { kindManaged } from '../../../../src/validation/rules/apps/kind-managed';
import { exampleManifests } from '../../../../tools/docs/example-manifests';
import { application, findingsOf } from '../findings-of';

const source = { repoURL: 'https://git.example.com/org/manifests.git', path: 'shop' };
const APPLICATION = application({ source, destination: { server: 'https://eu.example.com', namespace: 'shop' } });

type Kind = readonly [apiVersion: string, kind: string];

function found(objects: readonly Kind[], config?: JsonObject, app = APPLICATION): readonly string[] {
  const delivered = objects.map(([apiVersion, kind], i) => dump({ apiVersion, kind, metadata: { name: `one-${i}` } }));
  const map = dump({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'argocd-cm', namespace: 'argocd' }, data: config });
  const exampleClusters = [{ name: 'eu', server: 'https://eu.example.com' }];
  const manifests = exampleManifests([app, ...delivered, ...(config ? [map] : [])].join('---\n'), { exampleClusters });
  return findingsOf(kindManaged, manifests).map(({ message }) => message);
}

// What IsExcludedResource of Argo CD 3.5.1 answers for each combination.
test.each<[string, JsonObject, boolean]>([
  ['an exclusion of the kind', { 'resource.exclusions': '[{apiGroups: [cilium.io], kinds: [CiliumIdentity]}]' }, true],
  ['an exclusion of another kind', { 'resource.exclusions': '[{apiGroups: [cilium.io], kinds: [CiliumEndpoint]}]' }, false],
  ['an exclusion of the group alone', { 'resource.exclusions': '[{apiGroups: ["*.io"]}]' }, true],
  ['an exclusion of the kind in another group', { 'resource.exclusions': '[{apiGroups: [batch], kinds: ["*"]}]' }, false],
  ['kinds are no patterns', { 'resource.exclusions': '[{apiGroups: [cilium.io], kinds: ["Cilium*"]}]' }, false],
  ['an exclusion on this cluster', { 'resource.exclusions': '[{kinds: [CiliumIdentity], clusters: ["https://eu*"]}]' }, true],
  ['an exclusion on another cluster', { 'resource.exclusions': '[{kinds: [CiliumIdentity], clusters: ["https://us*"]}]' }, false],
  ['an inclusion of it', { 'resource.inclusions': '[{apiGroups: [cilium.io]}, {apiGroups: [""]}]' }, false],
  ['an inclusion without it', { 'resource.inclusions': '[{apiGroups: [""]}]' }, true],
  ['an inclusion on another cluster', { 'resource.inclusions': '[{apiGroups: [""], clusters: ["https://us*"]}]' }, false],
  ['an exclusion of what is included', { 'resource.inclusions': '[{apiGroups: [cilium.io]}, {apiGroups: [""]}]', 'resource.exclusions': '[{apiGroups: [cilium.io]}]' }, true],
  ['what cannot be read', { 'resource.exclusions': '{apiGroups: [cilium.io' }, false],
])('%s', (_what, config, left) => {
  expect(found([['cilium.io/v2', 'CiliumIdentity']], { ...config })).toHaveLength(left ? 1 : 0);
});

test('one finding a kind, which says how many there are', () => {
  const config = { 'resource.exclusions': '[{apiGroups: [cilium.io]}]' };
  expect(found([['cilium.io/v2', 'CiliumIdentity'], ['v1', 'Service'], ['cilium.io/v2', 'CiliumIdentity'], ['cilium.io/v2', 'CiliumNode']], config)).toEqual([
    'CiliumIdentity/shop/one-0 and 1 more would never be applied: resource.exclusions of argocd-cm lists it',
    'CiliumNode/shop/one-3 would never be applied: resource.exclusions of argocd-cm lists it',
  ]);
});

test('leases are never managed, whatever argocd-cm says', () => {
  expect(found([['coordination.k8s.io/v1', 'Lease'], ['v1', 'Service']])).toEqual(['Lease/shop/one-0 would never be applied: Argo CD never manages it']);
});

test('where the cluster is not known, entries for certain clusters say nothing', () => {
  const app = application({ source, destination: { name: 'us', namespace: 'shop' } });
  const identity = [['cilium.io/v2', 'CiliumIdentity']] as const;
  expect(found(identity, { 'resource.exclusions': '[{kinds: [CiliumIdentity], clusters: ["https://eu*"]}]' }, app)).toEqual([]);
  expect(found(identity, { 'resource.inclusions': '[{apiGroups: [""], clusters: ["https://eu*"]}]' }, app)).toEqual([]);
});
