import type { JsonObject } from '../../../../src/manifests/json';
import { ManifestSet } from '../../../../src/manifests/manifest-set';
import { APPS_RULES } from '../../../../src/validation/rules/apps';
import { EXAMPLE_UNIT, exampleManifests } from '../../../../tools/docs/example-manifests';
import { application, applicationSet, findingsOf } from '../findings-of';

const repoURL = 'https://git.example.com/org/manifests.git';
const chart = { repoURL: 'https://charts.example.com', chart: 'web', targetRevision: '2.1.0' };

/** `rule pointer` of everything that the rules for Applications find. */
function found(spec: JsonObject, set = exampleManifests(application(spec))): string[] {
  return APPS_RULES.flatMap((rule) => findingsOf(rule, set)).map(({ rule, pointer }) => `${rule} ${pointer}`);
}

const inSource = (fields: JsonObject): JsonObject => ({ source: { repoURL, targetRevision: 'main', path: 'charts/web', ...fields } });
const withRefs = (file: string, ...refs: JsonObject[]): JsonObject =>
  ({ source: undefined, sources: [{ ...chart, helm: { valueFiles: [file] } }, ...refs] });
const values = { repoURL, targetRevision: 'main', ref: 'values' };

describe('sources that Argo CD cannot render', () => {
  test.each<[string, JsonObject, string]>([
    ['a path out of the repository', inSource({ path: 'web/../../other' }), 'apps/source-path /spec/source/path'],
    ['a component out of the repository', inSource({ kustomize: { components: ['../../../a'] } }), 'apps/source-path /spec/source/kustomize/components/0'],
    ['the path of a dry source', { source: undefined, sourceHydrator: {
      drySource: { repoURL, targetRevision: 'main', path: '/web' }, syncSource: { targetBranch: 'a', path: 'web' },
    } }, 'apps/source-path /spec/sourceHydrator/drySource/path'],
    ['the top of the repository as values', inSource({ helm: { valueFiles: ['../../'] } }), 'apps/value-files /spec/source/helm/valueFiles/0'],
    ['a file outside of a chart', { source: { ...chart, helm: { valueFiles: ['../values.yaml'] } } }, 'apps/value-files /spec/source/helm/valueFiles/0'],
    ['a file parameter outside', inSource({ helm: { fileParameters: [{ name: 'a', path: '/../a' }] } }), 'apps/value-files /spec/source/helm/fileParameters/0/path'],
    ['a ref of one source', inSource({ helm: { valueFiles: ['$values/a.yaml'] } }), 'apps/ref-found /spec/source/helm/valueFiles/0'],
    ['a ref that is a chart', withRefs('$values/a.yaml', { ...chart, ref: 'values' }), 'apps/ref-found /spec/sources/0/helm/valueFiles/0'],
    ['a ref twice', withRefs('$values/a.yaml', values, { ...values, repoURL: 'https://git.example.com/org/other.git' }), 'apps/ref-names /spec/sources/2/ref'],
    ['a name twice', { source: undefined, sources: [{ repoURL, path: 'a', name: 'x' }, { repoURL, path: 'b', name: 'x' }] }, 'apps/ref-names /spec/sources/1/name'],
    ['a version of Kubernetes', inSource({ kustomize: { kubeVersion: 'v1.08' } }), 'apps/tool-versions /spec/source/kustomize/kubeVersion'],
    ['an image without a tag', inSource({ kustomize: { images: ['web=registry.example.com/web:'] } }), 'apps/kustomize-values /spec/source/kustomize/images/0'],
    ['a count in words', inSource({ kustomize: { replicas: [{ name: 'web', count: 'three' }] } }), 'apps/kustomize-values /spec/source/kustomize/replicas/0/count'],
    ['a repository without a URL', { source: { repoURL: '', path: 'web' } }, 'apps/source-one-of /spec/source/repoURL'],
    ['a path beside a chart', { source: { ...chart, path: 'charts/web' } }, 'apps/source-one-of /spec/source/path'],
    ['a chart of a branch', { source: { ...chart, targetRevision: 'main' } }, 'apps/chart-version /spec/source/targetRevision'],
    ['a chart of a broken range', { source: { ...chart, targetRevision: '>>1.2' } }, 'apps/chart-version /spec/source/targetRevision'],
    ['a dry source of two tools', { source: undefined, sourceHydrator: {
      drySource: { repoURL, targetRevision: 'main', path: 'web', helm: { releaseName: 'web' }, kustomize: { namePrefix: 'a-' } },
      syncSource: { targetBranch: 'a', path: 'web' },
    } }, 'apps/source-one-of /spec/sourceHydrator/drySource'],
    ['a file above the top of a ref', withRefs('$values/../a.yaml', values), 'apps/value-files /spec/sources/0/helm/valueFiles/0'],
    ['a ref that stands alone', withRefs('$values', values), 'apps/value-files /spec/sources/0/helm/valueFiles/0'],
    ['a scheme that nobody registers', inSource({ helm: { valueFiles: ['s3://values.example.com/a.yaml'] } }), 'apps/source-settings /spec/source/helm/valueFiles/0'],
    ['the own repository at another revision', { source: undefined, sources: [{ repoURL, targetRevision: 'main', path: 'web', helm: { valueFiles: ['$next/a.yaml'] } },
      { repoURL, targetRevision: 'next', ref: 'next' }] }, 'apps/ref-found /spec/sources/0/helm/valueFiles/0'],
    ['a name of a release', inSource({ helm: { releaseName: 'My_Release' } }), 'apps/release-name /spec/source/helm/releaseName'],
    ['values that are a list', inSource({ helm: { values: '- a' } }), 'apps/helm-values-readable /spec/source/helm/values'],
    ['values that are a sentence', inSource({ helm: { values: 'hello' } }), 'apps/helm-values-readable /spec/source/helm/values'],
    ['values that are no YAML', inSource({ helm: { values: 'a: b: c' } }), 'apps/helm-values-readable /spec/source/helm/values'],
    ['a count below zero', inSource({ kustomize: { replicas: [{ name: 'web', count: -1 }] } }), 'apps/kustomize-values /spec/source/kustomize/replicas/0/count'],
    ['a label with a blank', inSource({ kustomize: { commonLabels: { team: 'web shop' } } }), 'apps/added-labels /spec/source/kustomize/commonLabels/team'],
    ['an annotation with a blank', inSource({ kustomize: { commonAnnotations: { 'the team': 'web' } } }), 'apps/added-labels /spec/source/kustomize/commonAnnotations/the team'],
    ['an operation that there is not', inSource({ kustomize: { patches: [{ target: { kind: 'Deployment' }, patch: '- op: replce\n  path: /a\n  value: 1' }] } }),
      'apps/kustomize-patches /spec/source/kustomize/patches/0/patch'],
    ['operations for nothing', inSource({ kustomize: { patches: [{ patch: '- op: remove\n  path: /a' }] } }), 'apps/kustomize-patches /spec/source/kustomize/patches/0'],
    ['a patch here and in a file', inSource({ kustomize: { patches: [{ patch: 'a: 1', path: 'a.yaml' }] } }), 'apps/kustomize-patches /spec/source/kustomize/patches/0'],
    ['a label of the namespace', { syncPolicy: { managedNamespaceMetadata: { labels: { 'a b': 'c d' } }, syncOptions: ['CreateNamespace=true'] }, destination: { name: 'in-cluster', namespace: 'shop' } },
      'apps/added-labels /spec/syncPolicy/managedNamespaceMetadata/labels/a b'],
    ['a namespace without a name', { syncPolicy: { syncOptions: ['CreateNamespace=true'] } }, 'apps/namespace-to-create /spec/syncPolicy/syncOptions/0'],
    ['a broken exclude', inSource({ directory: { exclude: '[a' } }), 'apps/directory-patterns /spec/source/directory/exclude'],
  ])('are found: %s', (_, spec, expected) => {
    expect(found(spec)).toEqual([expected]);
  });

  test('are found where one repository is needed at two revisions', () => {
    const next = { ...values, repoURL: 'https://GIT.example.com/org/manifests', targetRevision: 'next', ref: 'next' };
    const both = { ...chart, helm: { valueFiles: ['$values/a.yaml', '$next/b.yaml'] } };
    expect(found({ source: undefined, sources: [both, values, next] })).toEqual(['apps/ref-found /spec/sources/0/helm/valueFiles/1']);
    // Two sources that use one revision each are rendered one after the other.
    const one = (file: string) => ({ ...chart, helm: { valueFiles: [file] } });
    expect(found({ source: undefined, sources: [one('$values/a.yaml'), one('$next/b.yaml'), values, next] })).toEqual([]);
  });
});

describe('what is right, or nobody can know, is not found', () => {
  test.each<[string, JsonObject]>([
    ['folders above the one of the source', inSource({ helm: { valueFiles: ['../../environments/a.yaml', '/environments/b.yaml', 'https://values.example.com/a.yaml'] } })],
    ['variables of Argo CD', inSource({ helm: { valueFiles: ['$ARGOCD_APP_NAME.yaml', 'values-${ARGOCD_APP_REVISION}.yaml'] }, kustomize: undefined })],
    ['variables in images', inSource({ kustomize: { images: ['web:${ARGOCD_APP_REVISION}', 'web=registry.example.com:5000/web', 'a@sha256:24a0'] } })],
    ['counts as text', inSource({ kustomize: { replicas: [{ name: 'web', count: '3' }] } })],
    ['versions with letters behind them', inSource({ helm: { kubeVersion: 'v1.31.0-eks-1234', version: '' } })],
    ['a top of the repository', inSource({ path: '.' })],
    ['the own repository at a revision that may be the same', { source: undefined, sources: [
      { repoURL, targetRevision: 'main', path: 'web', helm: { valueFiles: ['$next/a.yaml'] } }, { repoURL, targetRevision: 'HEAD', ref: 'next' },
    ] }],
    ['an artifact with a tag in words', { source: { repoURL: 'oci://registry.example.com/web', targetRevision: 'main', path: '.' } }],
    ['files of refs with variables', withRefs('$values/../$ARGOCD_APP_NAME.yaml', values)],
    ['values of nothing but comments', inSource({ helm: { values: '# later\n' } })],
    ['values with a tag that Helm passes over', inSource({ helm: { values: 'a: !vault b' } })],
    ['variables in labels', inSource({ kustomize: { commonLabels: { app: '${ARGOCD_APP_NAME}' } } })],
    ['patches of other forms', inSource({ kustomize: { patches: [{ patch: '[{"op": "remove", "path": "/a"}]', target: { kind: 'A' } }, { path: 'a.yaml' }, { patch: 'kind: A\nmetadata:\n  name: a' }] } })],
    ['counts with a sign', inSource({ kustomize: { replicas: [{ name: 'web', count: '+3' }, { name: 'api', count: 0 }] } })],
    ['several patterns', inSource({ directory: { include: '{a/*.yaml,*.json}', exclude: '' } })],
    ['a version of Kustomize and a scheme, without argocd-cm', inSource({ helm: { valueFiles: ['secrets://a.yaml'] }, kustomize: undefined })],
    ['retries without end, or none on purpose', { syncPolicy: { retry: { limit: 0 } } }],
  ])('%s', (_, spec) => {
    expect(found(spec)).toEqual([]);
  });

  test('shapes that the schema refuses, where the rest is still looked at', () => {
    expect(found({ source: { repoURL, path: 7, helm: [], kustomize: 'a', plugin: 1 }, syncPolicy: [], sourceHydrator: null }))
      .toEqual(['apps/source-one-of /spec/source']);
    expect(found({ source: undefined, sources: 'a', syncPolicy: { retry: 5, managedNamespaceMetadata: 1, syncOptions: {} } }))
      .toEqual(expect.arrayContaining(['apps/retry-limit /spec/syncPolicy/retry', 'apps/namespace-metadata-used /spec/syncPolicy/managedNamespaceMetadata']));
  });

  test('parameters of an ApplicationSet', () => {
    const templated = application({ source: {
      repoURL, targetRevision: '{{ .branch }}', path: '/{{ .path }}', helm: { version: '{{ .v }}', kubeVersion: '{{ .k }}', valueFiles: ['../{{ .up }}/../../a.yaml', '${{ .ref }}/b.yaml'] },
    }, destination: { server: '{{ .server }}', namespace: 'a' } });
    const set = exampleManifests(applicationSet(templated, { goTemplate: true }));
    expect(found({}, set)).toEqual([]);
  });
});

describe('clusters that are declared', () => {
  function withClusters(destination: JsonObject, clusters = [{ name: 'europe', server: 'https://eu.example.com:6443' }, { name: 'america', server: 'https://us.example.com' }]) {
    const set = exampleManifests(application({ destination }), { exampleClusters: clusters });
    return APPS_RULES.flatMap((rule) => findingsOf(rule, set)).map(({ pointer, fix }) => `${pointer}: ${fix}`);
  }

  test.each<[string, JsonObject, string[]]>([
    ['a name', { name: 'europe' }, []],
    ['a name that is misspelt', { name: 'eurpoe' }, ['/spec/destination/name: did you mean europe?']],
    ['an address with slashes', { server: 'https://us.example.com//' }, []],
    ['an address without its port', { server: 'https://eu.example.com' }, ['/spec/destination/server: write https://eu.example.com:6443, or name: europe']],
    ['the cluster of Argo CD', { server: 'https://kubernetes.default.svc' }, []],
    ['the cluster of Argo CD by its name', { name: 'in-cluster' }, []],
  ])('are what a destination is held against: %s', (_, destination, expected) => {
    expect(withClusters(destination)).toEqual(expected);
  });

  test('may have an address that only Argo CD knows', () => {
    const set = new ManifestSet();
    set.addCluster({ name: 'eu' });
    for (const { manifest } of exampleManifests(application({ destination: { server: 'https://eu.example.com' } })).entries) set.add(EXAMPLE_UNIT, manifest);
    expect(found({}, set)).toEqual([]);
  });
});

describe('folders that are written here', () => {
  test.each<[string, string, string[]]>([
    ['one of them, in which the Application lies too', 'dist/shop', ['apps/contains-itself /spec/source/path']],
    ['one below', 'dist/shop/extra', []],
    ['another one', 'dist/shpo', ['apps/folder-written /spec/source/path']],
    ['one without the root', 'shop', ['apps/folder-written /spec/source/path']],
    ['one elsewhere in the repository', 'charts/web', []],
  ])('are what a path below their root is held against: %s', (_, path, expected) => {
    const set = exampleManifests(application({ source: { repoURL: `${repoURL.replace('.git', '')}`, targetRevision: 'main', path } }), {
      exampleRepositories: [{ url: repoURL, root: 'dist' }],
    });
    expect(found({}, set)).toEqual(expected);
  });
});

describe('hydrated Applications', () => {
  const hydrated = (name: string, fields: JsonObject = {}, sync: JsonObject = {}): string => application({
    source: undefined,
    sourceHydrator: { drySource: { repoURL, targetRevision: 'main', path: name, ...fields }, syncSource: { targetBranch: 'live', path: 'shop/web', ...sync } },
  }).replace('name: web', `name: ${name}`);

  test.each<[string, JsonObject, JsonObject, number]>([
    ['on one branch and path', {}, {}, 1],
    ['on one path that is written otherwise', {}, { path: './shop/web/' }, 1],
    ['read from two revisions', { targetRevision: 'next' }, {}, 1],
    ['read together and committed to two repositories', {}, { repoURL: 'https://git.example.com/org/other.git' }, 1],
    ['in two repositories', { repoURL: 'https://git.example.com/org/other.git' }, {}, 0],
    ['on two branches', {}, { targetBranch: 'next' }, 0],
    ['in a folder below', {}, { path: 'shop/web/api' }, 0],
  ])('that are two %s', (_, dry, sync, count) => {
    const yaml = [hydrated('web'), hydrated('api', dry, sync)].join('---\n');
    expect(findingsOf(APPS_RULES.find(({ id }) => id === 'apps/hydrated-once')!, yaml)).toHaveLength(count);
  });
});

describe('annotations of an Application', () => {
  test.each<[string, string, number]>([
    ['argocd.argoproj.io/skip-reconcile', 'yes', 1],
    ['argocd.argoproj.io/skip-reconcile', 'True', 0],
    ['argocd.argoproj.io/compare-options', 'ServerSideDiff=True', 1],
    ['argocd.argoproj.io/compare-options', 'ServerSideDiff=true, IncludeMutationWebhook=true', 0],
    ['notice.argocd.argoproj.io/severity', 'error', 1],
    ['argocd.argoproj.io/refresh', '{{ .refresh }}', 0],
  ])('%s: %s', (name, value, count) => {
    const set = new ManifestSet();
    const [entry] = exampleManifests(application({})).entries;
    set.add(EXAMPLE_UNIT, { ...entry!.manifest, metadata: { ...entry!.manifest.metadata, annotations: { [name]: value } } });
    expect(found({}, set)).toHaveLength(count);
  });
});

test('the name of a long Application is that of its release, unless another one is said', () => {
  const long = `shop-${'a'.repeat(50)}`;
  const named = (helm: JsonObject): string => application({ source: { ...chart, helm } }).replace('name: web', `name: ${long}`);
  const rule = APPS_RULES.find(({ id }) => id === 'apps/release-name')!;
  expect(findingsOf(rule, named({})).map(({ pointer }) => pointer)).toEqual(['/spec/source']);
  expect(findingsOf(rule, named({ releaseName: 'web' }))).toEqual([]);
});

describe('two Applications of one source', () => {
  const two = (source: JsonObject, other: JsonObject = {}): number => {
    const [one, next] = [{}, other].map((more) => application({ source: { repoURL, targetRevision: 'main', path: 'web', ...source }, destination: { name: 'in-cluster', namespace: 'shop' }, ...more }));
    return findingsOf(APPS_RULES.find(({ id }) => id === 'apps/delivered-once')!, [one, next!.replace('name: web', 'name: web-again')].join('---\n')).length;
  };

  test.each<[string, JsonObject, JsonObject | undefined, number]>([
    ['a folder', {}, undefined, 1],
    ['the same cluster by its address', {}, { destination: { server: 'https://kubernetes.default.svc', namespace: 'shop' } }, 1],
    ['two namespaces', {}, { destination: { name: 'in-cluster', namespace: 'b' } }, 0],
    ['two clusters', {}, { destination: { name: 'eu', namespace: 'shop' } }, 0],
    ['two releases of Helm', { helm: { values: 'a: 1' } }, undefined, 0],
    ['one release of Helm', { helm: { releaseName: 'web' } }, undefined, 1],
  ])('%s', (_, source, other, count) => {
    expect(two(source, other)).toBe(count);
  });
});
