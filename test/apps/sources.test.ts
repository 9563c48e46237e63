import { ArgoChart } from '../../src/app/argo-chart';
import { Application } from '../../src/apps/application';
import { Destination } from '../../src/apps/destination';
import { Source } from '../../src/apps/source';
import type { SourceChoice } from '../../src/apps/source-choice';
import { Repository } from '../../src/fleet/repository';
import { plainApp } from '../plain-app';
import { specOf } from '../shop';

const manifests = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main', root: 'deploy' });
const charts = Repository.helm({ url: 'https://charts.example.com' });
const artifact = Repository.oci({ url: 'oci://registry.example.com/shop/manifests' });

function specFor(choice: SourceChoice) {
  const argocd = new ArgoChart(plainApp(), 'argocd', { namespace: 'argocd' });
  new Application(argocd, 'Web', { ...choice, destination: Destination.inCluster('shop') });
  return specOf(argocd.toJson(), 'Application');
}

describe('a source', () => {
  test('is a folder that Helm renders, with values that are read as they are written', () => {
    const source = Source.git({ repository: manifests, path: './charts/web/', tagPrefix: 'web-', revision: '1.x', helm: {
      values: { replicas: 2, ingress: { hosts: ['web.example.com'] } },
      valueFiles: ['../../environments/production.yaml', 'https://values.example.com/web.yaml'],
      parameters: { 'image.tag': '20260401', 'image.name': 'web', replicas: 3, debug: false },
      fileParameters: { config: 'files/config.json' },
      releaseName: 'shop-web', version: 'v3', skipCrds: true, ignoreMissingValueFiles: true, kubeVersion: '1.36.0', apiVersions: ['monitoring.coreos.com/v1'],
    } });
    expect(specFor({ source })).toMatchObject({ source: {
      path: 'deploy/charts/web', targetRevision: '1.x', tagPrefix: 'web-',
      helm: {
        valuesObject: { replicas: 2, ingress: { hosts: ['web.example.com'] } },
        valueFiles: ['../../environments/production.yaml', 'https://values.example.com/web.yaml'],
        parameters: [
          { name: 'image.tag', value: '20260401', forceString: true }, { name: 'image.name', value: 'web' },
          { name: 'replicas', value: '3' }, { name: 'debug', value: 'false' },
        ],
        fileParameters: [{ name: 'config', path: 'files/config.json' }],
        releaseName: 'shop-web', version: 'v3', skipCrds: true, ignoreMissingValueFiles: true, kubeVersion: '1.36.0', apiVersions: ['monitoring.coreos.com/v1'],
      },
    } });
  });

  test('keeps a null among the values of Helm, which removes a default, by writing them as text', () => {
    const spec = specFor({ source: Source.helmChart({ repository: charts, chart: 'web', version: '2.1.0', helm: { values: { ingress: null, tags: [{ a: 1 }] } } }) });
    expect(spec).toMatchObject({ source: { helm: { values: 'ingress: null\ntags:\n  - a: 1\n' } } });
    expect(spec).not.toHaveProperty('source.helm.valuesObject');
  });

  test('is a chart of a Helm repository, with its version and without a path', () => {
    expect(specFor({ source: Source.helmChart({ repository: charts, chart: 'cert-manager', version: '1.16.x' }) }).source)
      .toEqual({ repoURL: 'https://charts.example.com', chart: 'cert-manager', targetRevision: '1.16.x' });
  });

  test('is an artifact in a registry', () => {
    expect(specFor({ source: Source.oci({ repository: artifact, revision: '1.4.0', directory: { recurse: true } }) }).source).toEqual({
      repoURL: 'oci://registry.example.com/shop/manifests', targetRevision: '1.4.0', path: '.', directory: { recurse: true },
    });
  });

  test('is a folder that Kustomize builds', () => {
    const source = Source.git({ repository: manifests, path: 'overlays/production', kustomize: {
      images: {
        web: { name: 'registry.example.com/web', tag: '1.4.0' },
        'registry.example.com/api': { digest: 'sha256:24a0c4b4' },
        cache: { name: 'registry.example.com/cache' },
      },
      replicas: { web: 4, worker: '2', cache: '{{ .values.cache }}' },
      patches: [
        { target: { kind: 'Rollout', name: 'web' }, patch: [{ op: 'replace', path: '/spec/revisionHistoryLimit', value: 3 }] },
        { path: 'patches/spread.yaml', options: { allowNameChange: true } },
      ],
      components: ['../../components/tracing'], commonLabels: { team: 'web' }, labelWithoutSelector: true, namePrefix: 'shop-',
    } });
    expect(specFor({ source })).toMatchObject({ source: { kustomize: {
      images: ['web=registry.example.com/web:1.4.0', 'registry.example.com/api@sha256:24a0c4b4', 'cache=registry.example.com/cache'],
      replicas: [{ name: 'web', count: 4 }, { name: 'worker', count: 2 }, { name: 'cache', count: '{{ .values.cache }}' }],
      patches: [
        { target: { kind: 'Rollout', name: 'web' }, patch: '- op: replace\n  path: /spec/revisionHistoryLimit\n  value: 3\n' },
        { path: 'patches/spread.yaml', options: { allowNameChange: true } },
      ],
      components: ['../../components/tracing'], commonLabels: { team: 'web' }, labelWithoutSelector: true, namePrefix: 'shop-',
    } } });
  });

  test('is a folder of plain files and Jsonnet, or what a plugin renders', () => {
    const jsonnet = Source.git({ repository: manifests, path: 'web', directory: {
      include: ['*.yaml', '*.jsonnet'], exclude: 'draft-*',
      jsonnet: { extVars: { stage: 'production', replicas: { code: '2 + 2' } }, tlas: { host: 'web.example.com' }, libs: ['vendor'] },
    } });
    expect(specFor({ source: jsonnet })).toMatchObject({ source: { directory: {
      include: '{*.yaml,*.jsonnet}', exclude: 'draft-*',
      jsonnet: {
        extVars: [{ name: 'stage', value: 'production' }, { name: 'replicas', value: '2 + 2', code: true }],
        tlas: [{ name: 'host', value: 'web.example.com' }], libs: ['vendor'],
      },
    } } });
    const plugin = Source.git({ repository: manifests, path: 'web', plugin: {
      name: 'cue-v1', env: { STAGE: 'production' }, parameters: { entry: 'web.cue', tags: ['a', 'b'], inject: { region: 'eu' } },
    } });
    expect(specFor({ source: plugin })).toMatchObject({ source: { plugin: {
      name: 'cue-v1', env: [{ name: 'STAGE', value: 'production' }],
      parameters: [{ name: 'entry', string: 'web.cue' }, { name: 'tags', array: ['a', 'b'] }, { name: 'inject', map: { region: 'eu' } }],
    } } });
  });

  test('may use files of another repository', () => {
    const values = Source.ref('values', manifests);
    const web = Source.helmChart({ repository: charts, chart: 'web', version: '2.1.0', helm: { valueFiles: [values.file('web/production.yaml')] } });
    expect(specFor({ sources: [web, values] })).toMatchObject({ sources: [
      { chart: 'web', helm: { valueFiles: ['$values/deploy/web/production.yaml'] } },
      { repoURL: 'https://git.example.com/org/manifests.git', targetRevision: 'main', ref: 'values' },
    ] });
  });

  test('may be applied, and be what others take files from', () => {
    const values = Source.ref('values', manifests);
    const web = Source.helmChart({ repository: charts, chart: 'web', version: '2.1.0', helm: { valueFiles: [values.file('web/production.yaml')] } });
    const policies = Source.git({ repository: manifests, path: 'policies', ref: values, directory: { recurse: true } });
    expect(specFor({ sources: [web, policies] }).sources).toEqual([
      { repoURL: 'https://charts.example.com', chart: 'web', targetRevision: '2.1.0', helm: { valueFiles: ['$values/deploy/web/production.yaml'] } },
      { repoURL: 'https://git.example.com/org/manifests.git', targetRevision: 'main', path: 'deploy/policies', ref: 'values', directory: { recurse: true } },
    ]);
  });

  test('is rendered ahead by the hydrator', () => {
    const spec = specFor({ sourceHydrator: {
      drySource: { repository: manifests, path: 'charts/web', helm: { values: { replicas: 3 } } },
      syncSource: { targetBranch: 'environments/production', path: 'web' },
      hydrateTo: { targetBranch: 'environments/production-next' },
    } });
    expect(spec.sourceHydrator).toEqual({
      drySource: {
        repoURL: 'https://git.example.com/org/manifests.git', targetRevision: 'main', path: 'deploy/charts/web', helm: { valuesObject: { replicas: 3 } },
      },
      syncSource: { targetBranch: 'environments/production', path: 'web' },
      hydrateTo: { targetBranch: 'environments/production-next' },
    });
    expect(spec).not.toHaveProperty('source');
  });
});

describe('a source that Argo CD would not find, or would read as something else', () => {
  const git = (helm: object) => Source.git({ repository: manifests, path: 'web', helm });
  test.each<[string, () => unknown, string]>([
    ['a path out of the repository', () => Source.git({ repository: manifests, path: '../web' }), 'the path of the source is "../web". give one below the root'],
    ['a value file out of the repository', () => git({ valueFiles: ['../../../prod.yaml'] }), 'the file "../../../prod.yaml", seen from deploy/web, leads out of the repository'],
    ['a ref without its declaration', () => git({ valueFiles: ['$values/prod.yaml'] }), 'belongs to a ref source. declare that with Source.ref'],
    ['a component out of the repository', () => Source.git({ repository: manifests, path: 'web', kustomize: { components: ['../../../tracing'] } }), 'the component "../../../tracing" leads out'],
    ['a count in words', () => Source.git({ repository: manifests, path: 'web', kustomize: { replicas: { web: 'three' } } }), 'the count of pods of web is "three"'],
    ['half a pod', () => Source.git({ repository: manifests, path: 'web', kustomize: { replicas: { web: 1.5 } } }), 'the count of pods of web is 1.5'],
    ['a fraction as a parameter', () => git({ parameters: { ratio: 0.5 } }), 'the Helm parameter "ratio" is 0.5, which Helm would read as a text'],
    ['values that are a list', () => git({ values: ['a'] }), 'the values of a Helm source are a list'],
    ['a chart without version', () => Source.helmChart({ repository: charts, chart: 'web', version: '' }), 'the version of the Helm source is empty'],
    ['a chart of a branch', () => Source.helmChart({ repository: charts, chart: 'web', version: 'main' }), 'which is no version and no range of versions'],
    ['a label with a blank', () => Source.git({ repository: manifests, path: 'web', kustomize: { commonLabels: { team: 'web shop' } } }), 'the label "team": "web shop" of commonLabels'],
    ['operations for nothing', () => Source.git({ repository: manifests, path: 'web', kustomize: {
      patches: [{ patch: [{ op: 'remove', path: '/spec/replicas' }] } as never],
    } }), 'a JSON patch of Kustomize has no target'],
    ['a release in capital letters', () => git({ releaseName: 'My_Release' }), 'the name of the Helm release is "My_Release", which is no DNS name'],
    ['a ref that is no name', () => Source.ref('my.values', manifests), 'the name of the ref source is "my.values". use letters'],
    ['a ref of another revision', () => Source.git({ repository: manifests, path: 'web', revision: 'v2', ref: Source.ref('values', manifests) }),
      'at v2, and its ref "values" is https://git.example.com/org/manifests.git at main'],
    ['the top of a branch', () => specFor({ sourceHydrator: {
      drySource: { repository: manifests, path: 'web' }, syncSource: { targetBranch: 'production', path: '.' },
    } }).sourceHydrator, 'the path of the sync source is the top of the branch'],
  ])('is refused: %s', (_, make, message) => {
    expect(make).toThrow(message);
  });

  test('may hold parameters of an ApplicationSet', () => {
    expect(() => Source.git({ repository: manifests, path: '{{ .path.path }}', helm: { valueFiles: ['{{ .values.up }}/../../../a.yaml'] } })).not.toThrow();
  });
});

describe('sources together', () => {
  const values = Source.ref('values', manifests);
  const web = Source.helmChart({ repository: charts, chart: 'web', version: '2.1.0', helm: { valueFiles: [values.file('prod.yaml')] } });
  const next = Source.ref('next', Repository.git({ url: manifests.url, revision: 'next' }));
  const mixed = Source.helmChart({ repository: charts, chart: 'web', version: '2.1.0', helm: { valueFiles: [values.file('a.yaml'), next.file('b.yaml')] } });
  test.each<[string, SourceChoice, string]>([
    ['a ref is missing beside others', { sources: [web, Source.ref('others', manifests)] }, 'ref source "values", which is not among the sources'],
    ['a ref is missing as there is one source', { source: web }, 'ref source "values", which is not among the sources'],
    ['a ref stands beside the folder that it is', { sources: [web, values, Source.git({ repository: manifests, path: 'a', ref: values })] }, 'two ref sources are named "values"'],
    ['a folder is a ref with nobody beside it', { source: Source.git({ repository: manifests, path: 'a', ref: values }) }, 'say it as one of sources'],
    ['two refs share a name', { sources: [web, values, Source.ref('values', manifests)] }, 'two ref sources are named "values"'],
    ['two sources share a name', { sources: [
      Source.git({ repository: manifests, path: 'a', name: 'web' }), Source.git({ repository: manifests, path: 'b', name: 'web' }),
    ] }, 'two sources are named "web"'],
    ['files of one repository have two revisions', { sources: [mixed, values, next] }, 'at two revisions, main and next'],
    ['a source uses files of itself at another revision', { sources: [
      Source.git({ repository: manifests, path: 'a', helm: { valueFiles: [next.file('b.yaml')] } }), next,
    ] }, 'uses a file of the same repository at next'],
    ['they are said twice', { source: web, sources: [web, values] } as unknown as SourceChoice, 'say one of source, sources and sourceHydrator'],
    ['nothing is deployed', { sources: [values] }, 'all sources are refs, so nothing is deployed'],
  ])('are refused when %s', (_, choice, message) => {
    expect(() => specFor(choice)).toThrow(message);
  });
});
