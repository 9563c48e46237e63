import { dump } from 'js-yaml';
import type { JsonObject } from '../../../../src/manifests/json';
import { RULES } from '../../../../src/validation/rules';
import { exampleManifests } from '../../../../tools/docs/example-manifests';
import { application, applicationSet, findingsOf } from '../findings-of';

const IDS = new Set([
  'apps/annotation-values', 'apps/argo-cd-namespace', 'apps/given-annotations', 'apps/history-kept', 'apps/ignored-entry-matches', 'apps/ignored-field-exists',
  'apps/namespace-pod-security', 'apps/odd-name', 'apps/patch-target', 'apps/ref-used', 'apps/repository-address', 'apps/revision-name', 'apps/server-address',
  'appsets/config-named', 'appsets/opened-braces', 'appsets/request-state', 'appsets/requeue-time', 'argo-cd-settings/map-name', 'fleet/cluster-config',
  'fleet/project-exists', 'fleet/secret-type', 'image-updater/write-back-method', 'image-updater/write-back-target', 'references/project-exists',
  'secrets/template-keys', 'sync/known-annotation',
]);
const NEAR = RULES.filter(({ id }) => IDS.has(id));

function found(...documents: readonly string[]): string[] {
  const set = exampleManifests(documents.join('---\n'), 'references/all');
  return NEAR.flatMap((rule) => findingsOf(rule, set)).map(({ rule, pointer }) => `${rule} ${pointer}`).sort();
}

const REPOSITORY = 'https://git.example.com/org/manifests.git';
const source = (fields: JsonObject): string => application({ source: { repoURL: REPOSITORY, targetRevision: 'main', path: 'web', ...fields } });
const server = (text: string): string => application({ destination: { server: text } });
const named = (kind: string, metadata: JsonObject, more: JsonObject = {}, apiVersion = 'v1'): string => dump({ apiVersion, kind, metadata, ...more });
const cluster = (fields: JsonObject): string =>
  named('Secret', { name: 'eu', namespace: 'argocd', labels: { 'argocd.argoproj.io/secret-type': 'cluster' } }, { stringData: { name: 'europe', server: 'https://eu.example.com', ...fields } });
const policy = (fields: JsonObject): string => application({ syncPolicy: { managedNamespaceMetadata: fields, syncOptions: ['CreateNamespace=true'] } });

test.each<[string, string, string]>([
  ['a scheme of a server', server('ttps://eu.example.com'), 'apps/server-address /spec/destination/server'],
  ['the cluster of Argo CD', server('https://kubernetes.default.svcx'), 'apps/server-address /spec/destination/server'],
  ['the cluster of Argo CD by another name', server('https://kubernetes.default.svc.cluster.local'), 'apps/server-address /spec/destination/server'],
  ['a name for a server', server('in-cluster'), 'apps/server-address /spec/destination/server'],
  ['a port', cluster({ server: 'https://eu.example.com:6443x' }), 'apps/server-address /stringData/server'],
  ['a scheme of a repository', source({ repoURL: 'ttps://git.example.com/org/web' }), 'apps/repository-address /spec/source/repoURL'],
  ['a slash', source({ repoURL: 'https:/git.example.com/org/web' }), 'apps/repository-address /spec/source/repoURL'],
  ['the end of a repository', source({ repoURL: 'git@git.example.com:org/web.gti' }), 'apps/repository-address /spec/source/repoURL'],
  ['a branch', source({ targetRevision: 'mian' }), 'apps/revision-name /spec/source/targetRevision'],
  ['the built-in project', application({ project: 'defualt' }), 'references/project-exists /spec/project'],
  ['a kind of a patch', source({ kustomize: { patches: [{ target: { kind: 'Deploymet' }, patch: 'a: 1' }] } }), 'apps/patch-target /spec/source/kustomize/patches/0/target/kind'],
  ['an ignored group', application({ ignoreDifferences: [{ group: 'networking.istio.iox', kind: 'VirtualService', jsonPointers: ['/spec'] }] }),
    'apps/ignored-entry-matches /spec/ignoreDifferences/0/group'],
  ['an annotation of the namespace', policy({ annotations: { 'argocd.argoproj.io/sync-option': 'Delete=false' } }),
    'apps/given-annotations /spec/syncPolicy/managedNamespaceMetadata/annotations/argocd.argoproj.io~1sync-option'],
  ['a level of pod security', policy({ labels: { 'pod-security.kubernetes.io/enforce': 'strict' } }),
    'apps/namespace-pod-security /spec/syncPolicy/managedNamespaceMetadata/labels/pod-security.kubernetes.io~1enforce'],
  ['a mode of pod security', policy({ labels: { 'pod-security.kubernetes.io/enforced': 'restricted' } }),
    'apps/namespace-pod-security /spec/syncPolicy/managedNamespaceMetadata/labels/pod-security.kubernetes.io~1enforced'],
  ['the prefix of an annotation', named('ConfigMap', { name: 'web', annotations: { 'argcd.argoproj.io/sync-wave': '1' } }),
    'sync/known-annotation /metadata/annotations/argcd.argoproj.io~1sync-wave'],
  ['a notice', named('ConfigMap', { name: 'web', annotations: { 'notice.argocd.argoproj.io/sevrity': 'info' } }),
    'sync/known-annotation /metadata/annotations/notice.argocd.argoproj.io~1sevrity'],
  ['the name of a ConfigMap', named('ConfigMap', { name: 'argocd-rbca-cm', namespace: 'argocd' }), 'argo-cd-settings/map-name /metadata/name'],
  ['the namespace of Argo CD', named('ConfigMap', { name: 'argocd-cm', namespace: 'agocd' }), 'apps/argo-cd-namespace /metadata/namespace'],
  ['the label of credentials', named('SealedSecret', { name: 'scm', namespace: 'argocd' },
    { spec: { encryptedData: { token: 'AgB' }, template: { metadata: { labels: { 'argocd.argoproj.io/secret-typ': 'scm-creds' } } } } }, 'bitnami.com/v1alpha1'),
  'fleet/secret-type /spec/template/metadata/labels/argocd.argoproj.io~1secret-typ'],
  ['a path that the set leaves alone', applicationSet(source({}), { ignoreApplicationDifferences: [{ jsonPointers: ['/spec/source/targetRevison'] }] }),
    'apps/ignored-field-exists /spec/ignoreApplicationDifferences/0/jsonPointers/0'],
  ['a brace', applicationSet(source({ path: 'apps/{{name}' })), 'appsets/opened-braces /spec/template/spec/source/path'],
  ['a negative time', applicationSet(source({}), { generators: [{ git: { repoURL: REPOSITORY, revision: 'main', requeueAfterSeconds: -1, directories: [{ path: '*' }] } }] }),
    'appsets/requeue-time /spec/generators/0/git/requeueAfterSeconds'],
  ['the address of a provider', applicationSet(source({}), { generators: [{ pullRequest: { gitlab: { project: 'web', api: 'htps://gitlab.example.com' } } }] }),
    'apps/repository-address /spec/generators/0/pullRequest/gitlab/api'],
])('finds %s', (_, yaml, expected) => {
  expect(found(yaml)).toEqual([expected]);
});

test('finds the cluster of one that is registered, and the repository of three others', () => {
  const to = (name: string, repoURL = REPOSITORY, cluster = 'europe'): string => application({ source: { repoURL, path: name }, destination: { name: cluster } })
    .replace('name: web', `name: ${name}`);
  expect(found(cluster({}), to('a', undefined, 'europa'))).toEqual(['apps/odd-name /spec/destination/name']);
  expect(found(to('a'), to('b'), to('c'), to('d', REPOSITORY.replace('manifests', 'manfests')))).toEqual(['apps/odd-name /spec/source/repoURL']);
  expect(found(to('a'), to('b'), to('c', REPOSITORY.replace('manifests', 'manfests')))).toEqual([]);
});

test.each<[string, string]>([
  ['a registered address', `${server('https://kubernetes.default.svc.cluster.local')  }---\n${  cluster({ server: 'https://kubernetes.default.svc.cluster.local/' })}`],
  ['a server with a slash at its end', server('https://kubernetes.default.svc/')],
  ['a host in brackets', cluster({ server: 'https://[2001:db8::1]:6443' })],
  ['registries without a scheme', source({ repoURL: 'registry.example.com:5000/charts', chart: 'web', path: undefined, targetRevision: '1.0.0' })],
  ['schemes of plugins', source({ repoURL: 's3://charts/web' })],
  ['addresses of ssh', source({ repoURL: 'ssh://git@git.example.com:2222/org/web.git' })],
  ['a domain that ends like git', source({ repoURL: 'https://git.example.gt' })],
  ['branches of other names', source({ targetRevision: 'maintenance' })],
  ['other projects', application({ project: 'defaults-team' })],
  ['kinds of other projects', application({ ignoreDifferences: [{ group: 'serving.knative.dev', kind: 'Service', jsonPointers: ['/spec'] }] })],
  ['a kind that is here', `${source({ kustomize: { patches: [{ target: { kind: 'Deploymen' }, patch: 'a: 1' }] } })  }---\n${  named('Deploymen', { name: 'a' }, {}, 'example.com/v1')}`],
  ['annotations of others', named('ConfigMap', { name: 'web', annotations: { 'argocd.example.com/sync-option': 'a', 'link.argocd.argoproj.io/logs': 'Logs|https://logs.example.com' } })],
  ['a ConfigMap of a team', named('ConfigMap', { name: 'shop-cm', namespace: 'argocd' })],
  ['another Argo CD', `${named('ConfigMap', { name: 'argocd-cm', namespace: 'argo-cd' })  }---\n${  named('ConfigMap', { name: 'argocd-cm', namespace: 'argocd-2' })}`],
  ['a namespace that is declared', `${named('ConfigMap', { name: 'argocd-cm', namespace: 'agocd' })  }---\n${  named('Namespace', { name: 'agocd' })}`],
  ['braces of others', applicationSet(source({ directory: { include: '{*.yaml,{a,b}}' } }))],
  ['times of zero', applicationSet(source({}), { generators: [{ git: { repoURL: REPOSITORY, revision: 'main', requeueAfterSeconds: 0, directories: [{ path: '*' }] } }] })],
  ['parameters in addresses', applicationSet(source({ repoURL: 'https://{{name}}:{{port}}/web.git', targetRevision: '{{name}}' }))],
])('says nothing of %s', (_, yaml) => {
  expect(found(yaml)).toEqual([]);
});

describe('keys of templates', () => {
  const secret = (data: JsonObject, more: JsonObject = {}): string => named('ExternalSecret', { name: 'registry', namespace: 'argocd' },
    { spec: { data: [{ secretKey: 'password', remoteRef: { key: 'a' } }], target: { template: { data } }, ...more } }, 'external-secrets.io/v1');

  test('are looked for where all are listed', () => {
    expect(found(secret({ url: '{{ .pasword | b64enc }}' }))).toEqual(['secrets/template-keys /spec/target/template/data/url']);
    expect(found(secret({ url: '{{ printf "%q" (.password) }}{{ $x := .password }}{{ $x.other }}' }))).toEqual([]);
    expect(found(secret({ url: '{{ .user }}' }, { dataFrom: [{ extract: { key: 'a' } }] }))).toEqual([]);
    expect(found(secret({ url: '{{ range $k, $v := . }}{{ .user }}{{ end }}' }))).toEqual([]);
  });

  test('of a cluster stand in JSON', () => {
    const config = (text: string): string => secret({ name: 'eu', server: 'https://eu.example.com', config: text })
      .replace('template:\n', 'template:\n      metadata:\n        labels:\n          argocd.argoproj.io/secret-type: cluster\n');
    expect(found(config('{"bearerToken": {{ printf "%q" .password }} }'))).toEqual([]);
    expect(found(config('{{ .password }}'))).toEqual([]);
    expect(found(config('{"bearerToken": "{{ .password }}" }}'))).toEqual(['fleet/cluster-config /spec/target/template/data/config']);
  });
});
