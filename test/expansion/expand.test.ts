import type { ClusterFacts } from '../../src/manifests/cluster-facts';
import { expand, namesOf } from './expand';

const CLUSTERS: readonly ClusterFacts[] = [
  { name: 'Prod_EU', server: 'https://eu.example.com', labels: { env: 'production', region: 'eu' }, annotations: {} },
  { name: 'prod-us', server: 'https://us.example.com', labels: { env: 'production' }, annotations: {} },
  { name: 'staging', server: 'https://staging.example.com', labels: { env: 'staging' }, annotations: {} },
];

describe('clusters', () => {
  const spec = (selector: string, template: string) => `
goTemplate: true
goTemplateOptions: [missingkey=error]
generators:
  - clusters:
      ${selector}
      values: { overlay: '{{ .metadata.labels.env }}' }
template:
  metadata: { name: '${template}' }
`;

  test('that carry the labels are taken, with their values', () => {
    const expansion = expand(spec('selector: { matchLabels: { env: production } }', 'web-{{ .nameNormalized }}-{{ .values.overlay }}'), { clusters: CLUSTERS });
    expect(namesOf(expansion)).toEqual(['web-prod-eu-production', 'web-prod-us-production']);
    expect(expansion.applications.map(({ count }) => count)).toEqual(['one', 'one']);
    expect(expansion.problems).toEqual([]);
  });

  test('without a selector Argo CD takes its own cluster too, which has no metadata', () => {
    const { problems } = expand(spec('', 'web-{{ .name }}'), { clusters: CLUSTERS });
    expect(problems).toEqual([{ pointer: '/spec/generators/0/clusters/values/overlay', reason: 'character 4: there is no .metadata', kind: 'missing-key' }]);
  });

  test('that nobody has declared are one Application of unknown number, in which the selector is known', () => {
    const { applications: [application, ...more], generators } = expand(spec('selector: { matchLabels: { env: production } }', 'web-{{ .values.overlay }}'));
    expect(more).toEqual([]);
    expect(application).toMatchObject({ count: 'any', manifest: { metadata: { name: 'web-production' } } });
    expect(generators[0]!.unknown).toBe('no clusters are declared');
  });

  test('whose labels only Argo CD knows are perhaps taken', () => {
    const expansion = expand(spec('selector: { matchLabels: { env: production } }', 'web-{{ .name }}'), { clusters: [...CLUSTERS, { name: 'far' }] });
    expect(expansion.applications.map(({ manifest, count }) => [manifest.metadata.name, count])).toContainEqual(['web-far', 'perhaps']);
  });

  test('a text that depends on what is not known stays as it is written', () => {
    const { applications } = expand(spec('selector: { matchLabels: { env: production } }', 'web-{{ .name }}'));
    expect(applications[0]!.manifest.metadata.name).toBe('web-{{ .name }}');
  });
});

describe('without goTemplate', () => {
  test('a placeholder that nothing fills stays, and is told', () => {
    const { applications } = expand(`
generators:
  - list: { elements: [{ env: dev }] }
template:
  metadata: { name: 'web-{{env}}-{{ zone }}' }
`);
    expect(applications[0]).toMatchObject({ manifest: { metadata: { name: 'web-dev-{{ zone }}' } }, left: [{ pointer: '/spec/template/metadata/name', parameter: 'zone' }] });
  });
});

describe('git', () => {
  const facts = { repositories: [{ url: 'https://git.example.com/org/manifests.git', root: 'dist', folders: ['dist/apps/api', 'dist/apps/web', 'dist/infra/.hidden'] }] };

  test('folders that the app writes are the folders, and all above them', () => {
    const expansion = expand(`
goTemplate: true
generators:
  - git:
      repoURL: https://git.example.com/org/manifests
      revision: main
      directories: [{ path: dist/apps/* }, { path: dist/apps/api, exclude: true }, { path: dist/infra/* }]
template:
  metadata: { name: '{{ .path.basenameNormalized }}-{{ index .path.segments 1 }}' }
`, facts);
    expect(namesOf(expansion)).toEqual(['web-apps']);
  });

  test('folders elsewhere are not known', () => {
    const { generators } = expand(`
generators:
  - git: { repoURL: 'https://git.example.com/org/manifests.git', revision: main, directories: [{ path: charts/* }] }
template:
  metadata: { name: '{{path.basename}}' }
`, facts);
    expect(generators[0]!.unknown).toBe('which folders the repository has');
  });
});

describe('matrix and merge', () => {
  test('the second generator of a matrix sees the parameters of the first', () => {
    const expansion = expand(`
goTemplate: true
generators:
  - matrix:
      generators:
        - list: { elements: [{ env: production }, { env: staging }] }
        - clusters: { selector: { matchLabels: { env: '{{ .env }}' } } }
template:
  metadata: { name: '{{ .env }}-{{ .nameNormalized }}' }
`, { clusters: CLUSTERS });
    expect(namesOf(expansion)).toEqual(['production-prod-eu', 'production-prod-us', 'staging-staging']);
  });

  test('a merge lays later generators over the first by their keys', () => {
    const expansion = expand(`
goTemplate: true
generators:
  - merge:
      mergeKeys: [name]
      generators:
        - list: { elements: [{ name: a, replicas: 1 }, { name: b, replicas: 1 }] }
        - list: { elements: [{ name: b, replicas: 5 }, { name: c, replicas: 9 }] }
template:
  metadata: { name: '{{ .name }}-{{ .replicas }}' }
`);
    expect(namesOf(expansion)).toEqual(['a-1', 'b-5']);
  });

  test('nested merge keys find nothing in Go templates, so all sets are the same', () => {
    const { problems } = expand(`
goTemplate: true
generators:
  - merge:
      mergeKeys: [values.env]
      generators:
        - list: { elements: [{ values: { env: a } }, { values: { env: b } }] }
        - list: { elements: [{ values: { env: a } }] }
`);
    expect(problems.map(({ reason }) => reason)).toEqual(['two sets of this generator are the same for the merge: values.env null']);
  });
});

describe('what is made of a set of parameters', () => {
  test('the finalizer comes unless resources are preserved, or nothing is filled in', () => {
    const finalizers = (more: string, elements: string) => expand(`
goTemplate: true
generators:
  - list: { elements: ${elements} }
${more}
`).applications.map(({ manifest }) => manifest.metadata.finalizers);
    expect(finalizers('', '[{ a: b }]')).toEqual([['resources-finalizer.argocd.argoproj.io']]);
    expect(finalizers('syncPolicy: { preserveResourcesOnDeletion: true }', '[{ a: b }]')).toEqual([undefined]);
    expect(finalizers('', '[{}]')).toEqual([undefined]);
  });

  test('the template of a generator wins where it is not empty, and cannot say false', () => {
    const { applications } = expand(`
generators:
  - list:
      elements: [{ a: b }]
      template:
        metadata: { labels: { own: '{{a}}' } }
        spec:
          project: ''
          destination: {}
          syncPolicy: { automated: { prune: false, selfHeal: true }, syncOptions: [Prune=false] }
template:
  metadata: { labels: { base: '{{a}}' } }
  spec: { syncPolicy: { automated: { prune: true }, syncOptions: [PruneLast=true, Validate=false] } }
`);
    expect(applications[0]!.manifest).toMatchObject({
      metadata: { labels: { base: 'b', own: 'b' } },
      spec: { project: 'default', syncPolicy: { automated: { prune: true, selfHeal: true }, syncOptions: ['Prune=false'] } },
    });
  });

  test('a patch merges maps, replaces lists, takes away what is null, and never changes the project', () => {
    const { applications } = expand(`
goTemplate: true
generators:
  - list: { elements: [{ prune: true, name: a }] }
template:
  metadata: { labels: { keep: 'yes', drop: 'yes' } }
  spec: { syncPolicy: { syncOptions: [PruneLast=true] } }
templatePatch: |
  metadata:
    labels:
      drop: null
    finalizers: [own.example.com/wait]
  spec:
    project: other
    syncPolicy:
      syncOptions: [CreateNamespace=true]
      automated:
        prune: {{ .prune }}
`);
    expect(applications[0]!.manifest).toEqual(expect.objectContaining({
      metadata: expect.objectContaining({ labels: { keep: 'yes' }, finalizers: ['own.example.com/wait', 'resources-finalizer.argocd.argoproj.io'] }),
      spec: expect.objectContaining({ project: 'default', syncPolicy: { syncOptions: ['CreateNamespace=true'], automated: { prune: true } } }),
    }));
  });

  test('generators that ask a server give one set of unknown number with the keys that are certain', () => {
    const { applications, problems } = expand(`
goTemplate: true
goTemplateOptions: [missingkey=error]
generators:
  - pullRequest: { github: { owner: example, repo: web } }
template:
  metadata: { name: 'pr-{{ .number }}', labels: { branch: '{{ .brunch }}' } }
`);
    expect(applications).toEqual([]);
    expect(problems).toEqual([{ pointer: '/spec/template/metadata/labels/branch', reason: 'character 4: there is no .brunch', kind: 'missing-key' }]);
  });
});
