import { Place } from '../../../../src/manifests/references/place';
import { type KnownDestination, ProjectPermissions } from '../../../../src/validation/rules/projects/project-permissions';

function permissions(spec: Record<string, unknown>): ProjectPermissions {
  const manifest = { apiVersion: 'argoproj.io/v1alpha1', kind: 'AppProject', metadata: {}, spec: JSON.parse(JSON.stringify(spec)) as Record<string, never> };
  return new ProjectPermissions(Place.root(manifest).at('spec'));
}

const WEB = 'https://git.example.com/shop/web.git';

// As IsSourcePermitted of app_project_types.go in argoproj/argo-cd decides.
test.each<[readonly string[], string, boolean]>([
  [[], WEB, false],
  [['*'], WEB, true],
  [['https://git.example.com/shop/*'], WEB, true],
  [['https://git.example.com/*'], WEB, false],
  [['https://git.example.com/**'], WEB, true],
  [['https://GIT.example.com/Shop/web'], WEB, true],
  [['git@git.example.com:shop/web'], 'ssh://git@git.example.com/shop/web.git', true],
  [['!https://git.example.com/shop/api'], WEB, true],
  [['!https://git.example.com/shop/web'], WEB, false],
  [['*', '!https://git.example.com/shop/*'], WEB, false],
  [['https://git.example.com/shop/*', '!https://git.example.com/pay/*'], 'https://evil.example.com/x', true],
  [['https://git.example.com/{shop,pay}/*'], WEB, false],
])('repositories %j permit %s: %s', (sourceRepos, url, permitted) => {
  expect(permissions({ sourceRepos }).source(url)).toBe(permitted);
});

const SHOP = { server: 'https://a.example.com', name: 'a', namespace: 'shop' };

// As isDestinationMatched of app_project_types.go in argoproj/argo-cd decides.
test.each<[ReadonlyArray<Record<string, string>>, KnownDestination, boolean]>([
  [[], SHOP, false],
  [[{ server: 'https://a.example.com', namespace: 'shop' }], SHOP, true],
  [[{ name: 'a', namespace: 'shop' }], SHOP, true],
  [[{ server: '*', namespace: '*' }], SHOP, true],
  [[{ name: '*', namespace: 'sh*' }], SHOP, true],
  [[{ server: 'https://a.example.com' }], SHOP, false],
  [[{ server: 'https://a.example.com' }], { ...SHOP, namespace: '' }, true],
  [[{ server: 'https://b.example.com', namespace: 'shop' }], SHOP, false],
  // A denial permits everything else.
  [[{ server: '*', namespace: '!kube-system' }], SHOP, true],
  [[{ server: '*', namespace: '!shop' }], SHOP, false],
  [[{ server: '*', namespace: '*' }, { server: '!https://a.example.com', namespace: 'shop' }], SHOP, false],
  [[{ server: '*', namespace: '*' }, { server: '!https://a.example.com', namespace: 'pay' }], SHOP, true],
  // A denied name rejects whatever the namespace of its entry is, and a denied namespace needs the server.
  [[{ server: '*', namespace: '*' }, { name: '!a', namespace: 'pay' }], SHOP, false],
  [[{ server: '*', namespace: '*' }, { name: 'a', namespace: '!shop' }], SHOP, true],
  // What is not known gets the benefit of the doubt.
  [[{ name: 'b', namespace: 'shop' }], { server: 'https://a.example.com', namespace: 'shop' }, true],
  [[{ name: 'b', namespace: 'pay' }], { server: 'https://a.example.com', namespace: 'shop' }, false],
  [[{ server: '*', namespace: '*' }, { server: 'https://b.example.com', namespace: '!shop' }], { name: 'a', namespace: 'shop' }, true],
  [[{ server: '!https://b.example.com', namespace: 'shop' }], { name: 'a', namespace: 'shop' }, true],
  // Whatever the server is.
  [[{ server: '*', namespace: '!shop' }], { name: 'a', namespace: 'shop' }, false],
  [[{ server: 'https://a.example.com', namespace: 'shop-*' }], { name: 'a' }, true],
])('destinations %j permit %j: %s', (destinations, destination, permitted) => {
  expect(permissions({ destinations }).destination(destination)).toBe(permitted);
});

const DEPLOYMENT = { group: 'apps', kind: 'Deployment', name: 'web' };
const NAMESPACE = { group: '', kind: 'Namespace', name: 'shop' };

test.each<[Record<string, unknown>, boolean, boolean]>([
  [{}, true, false],
  [{ namespaceResourceWhitelist: [] }, false, false],
  [{ namespaceResourceWhitelist: [{ group: '*', kind: '*' }] }, true, false],
  [{ namespaceResourceWhitelist: [{ group: 'apps', kind: 'Deploy*' }], namespaceResourceBlacklist: [{ group: 'apps', kind: '*' }] }, false, false],
  [{ clusterResourceWhitelist: [{ group: '', kind: 'Namespace' }] }, true, true],
  [{ clusterResourceWhitelist: [{ group: '', kind: 'Namespace', name: 'shop-*' }] }, true, false],
  [{ clusterResourceWhitelist: [{ group: '*', kind: '*' }], clusterResourceBlacklist: [{ group: '', kind: 'Namespace', name: 'sh*' }] }, true, false],
  [{ clusterResourceWhitelist: [{ group: '', kind: '{Namespace,Node}' }] }, true, false],
])('%j permits a Deployment: %s, a Namespace: %s', (spec, namespaced, cluster) => {
  expect(permissions(spec).namespacedObject(DEPLOYMENT)).toBe(namespaced);
  expect(permissions(spec).clusterObject(NAMESPACE)).toBe(cluster);
});
