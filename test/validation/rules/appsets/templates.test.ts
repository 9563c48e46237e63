import type { Rule } from '../../../../src/validation/rule';
import { APPSETS_RULES } from '../../../../src/validation/rules/appsets';
import { DEFAULT_TARGETS } from '../../../../src/validation/targets';
import { exampleManifests } from '../../../../tools/docs/example-manifests';
import { findingsOf } from '../findings-of';
import { setOf } from './set-of';

const rule = (name: string): Rule => APPSETS_RULES.find(({ id }) => id === `appsets/${name}`)!;
const messages = (name: string, ...parts: readonly string[]) => findingsOf(rule(name), setOf(...parts)).map(({ message }) => message);

const FAST = 'goTemplate: false';
const LIST = "generators: [{ list: { elements: [{ env: staging, count: '3' }] } }]";

describe('appsets/parameter-provided', () => {
  test('knows the parameters of every type of generator', () => {
    const of = (generator: string, name: string) => messages('parameter-provided', `generators: [{ ${generator} }]`, `template: { metadata: { name: 'a-{{ ${name} }}' } }`);
    expect(of('clusters: {}', '.nameNormalized')).toEqual([]);
    expect(of('pullRequest: { github: { owner: a, repo: b } }', '.branch_slug')).toEqual([]);
    expect(of('scmProvider: { github: { organization: a } }', '.short_sha_7')).toEqual([]);
    expect(of('plugin: { configMapRef: { name: a } }', '.anything')).toEqual([]);
    expect(of('clusterDecisionResource: { configMapRef: a, name: b }', '.clusterName')).toEqual([]);
    expect(of('git: { repoURL: a, revision: b, files: [{ path: c.yaml }] }', '.anything.below')).toEqual([]);
    expect(of('git: { repoURL: a, revision: b, directories: [{ path: c }] }', '.anything')).toHaveLength(1);
    expect(of('clusters: {}', '.naem')).toEqual(['a parameter is missing, which stops the whole set: character 6: there is no .naem']);
  });

  test('says what may be meant', () => {
    const [finding] = findingsOf(rule('parameter-provided'), setOf(LIST, "template: { metadata: { name: 'a-{{ .evn }}' } }"));
    expect(finding).toMatchObject({ received: 'a-{{ .evn }}', expected: 'count, env', fix: 'did you mean env?' });
  });

  test('a set that goes on prints <no value>', () => {
    expect(messages('parameter-provided', LIST, 'goTemplateOptions: []', "template: { metadata: { name: 'a-{{ .zone }}' } }")).toEqual([
      'a parameter is missing, and <no value> is printed in its place',
    ]);
  });

  test('braces in values of a chart are for others, unless a parameter is misspelt', () => {
    const values = (text: string) => messages('parameter-provided', LIST, FAST,
      `template: { metadata: { name: 'a-{{env}}' }, spec: { source: { repoURL: a, chart: b, targetRevision: '1', helm: { values: '${text}' } } } }`);
    expect(values('summary: {{ $labels.pod }} {{ value }}')).toEqual([]);
    expect(values('count: {{ cuont }}')).toEqual(['no generator gives cuont as a text, so it stays in the Application as {{cuont}}']);
  });
});

describe('appsets/label-certain', () => {
  const clusters = 'generators: [{ clusters: { selector: { matchLabels: { env: production } } } }]';
  const path = (text: string) => `template: { metadata: { name: 'a-{{ .nameNormalized }}', annotations: { path: '${text}' } } }`;

  test('a label that the generator selects by is certain', () => {
    expect(messages('label-certain', clusters, path('{{ .metadata.labels.env }}'))).toEqual([]);
    expect(messages('label-certain', clusters, path('{{ .metadata.labels.region }}'))).toEqual([
      'a cluster without the label region is selected too, and stops the whole set',
    ]);
  });

  test('so is one that is looked up with a way out', () => {
    expect(messages('label-certain', clusters, path('{{ index .metadata.labels "region" | default "eu" }}'))).toEqual([]);
    expect(messages('label-certain', clusters, path('{{ with index .metadata.labels "region" }}{{ . }}{{ end }}'))).toEqual([]);
  });
});

test('names of clusters that are declared are looked at themselves', () => {
  const yaml = setOf('generators: [{ clusters: { selector: { matchLabels: { env: production } } } }]', "template: { metadata: { name: 'web-{{ .name }}' } }");
  const facts = (name: string) => exampleManifests(yaml, {
    id: '', exampleClusters: [{ name, server: 'https://one.example.com', labels: { env: 'production' }, annotations: {} }],
  });
  expect(findingsOf(rule('name-normalized'), facts('eu'))).toEqual([]);
  expect(findingsOf(rule('names-valid'), facts('eu'))).toEqual([]);
  expect(findingsOf(rule('names-valid'), facts('EU'))).toEqual([expect.objectContaining({ message: 'an Application would be named "web-EU", which Kubernetes refuses' })]);
  expect(findingsOf(rule('name-normalized'), yaml)).toHaveLength(1);
});

describe('appsets/template-parses', () => {
  test('looks at keys of generators, patches and templates of generators', () => {
    expect(messages('template-parses', "generators: [{ clusters: { values: { a: '{{ .name' } } }]", "templatePatch: '{{ if }}'")).toEqual([
      'the template does not parse, at character 1: {{ is never closed. close it with }}',
      'the template does not parse, at character 7: the braces close here, and what is wanted is a value',
    ]);
  });

  test('without goTemplate only unclosed braces beside closed ones are wrong', () => {
    expect(messages('template-parses', LIST, FAST, "template: { metadata: { name: '{{env}}-{{ x' } }")).toHaveLength(1);
    expect(messages('template-parses', LIST, FAST, "template: { metadata: { annotations: { a: '{{ nope | upper }}', b: '{{' } } }")).toEqual([]);
  });
});

describe('without goTemplate', () => {
  const named = (name: string) => `template: { metadata: { name: ${JSON.stringify(name)} } }`;
  const provided = (...parts: readonly string[]) => findingsOf(rule('parameter-provided'), setOf(LIST, FAST, ...parts)).map(({ message, fix }) => `${message}: ${fix ?? ''}`);

  test.each([
    ['{{ .env }}', '{{.env}} stays in the Application as it is: write {{env}}, or goTemplate: true'],
    ['{{env | lower}}', '{{env | lower}} stays in the Application as it is: write goTemplate: true with goTemplateOptions: [missingkey=error]'],
    ['{{ if .env }}', '{{if .env}} stays in the Application as it is: write goTemplate: true with goTemplateOptions: [missingkey=error]'],
    ['{{}}', '{{}} stays in the Application as it is: write goTemplate: true with goTemplateOptions: [missingkey=error]'],
  ])('%s is no placeholder', (tag, message) => {
    expect(provided(named(`web-${tag}`))).toEqual([`without goTemplate braces hold the name of a parameter and nothing else, so ${message}`]);
  });

  test('braces in annotations, in a patch and in values may be for others', () => {
    const branch = '{ a: "x{{range .Images}}-{{.Name}}{{end}}" }';
    expect(provided(`template: { metadata: { annotations: ${branch} } }`, "templatePatch: '{{ .Release.Name }}'")).toEqual([]);
    expect(provided("template: { spec: { source: { helm: { values: 'a: {{ .env }}' } } } }")).toEqual([]);
    expect(provided("template: { metadata: { annotations: { a: '{{ .env }}' } } }")).toHaveLength(1);
  });

  test('braces that are not closed stay, except where others may read them', () => {
    expect(messages('template-parses', LIST, FAST, "template: { spec: { source: { path: 'apps/{{env' } } }")).toEqual([
      'the template does not parse, at character 6: {{ is never closed, and stays in the Application. close it with }}',
    ]);
    expect(messages('template-parses', LIST, FAST, "template: { spec: { source: { helm: { values: 'a: {{' } } } }")).toEqual([]);
  });
});

describe('appsets/generated-applications', () => {
  test('a patch may say the destination', () => {
    expect(messages('generated-applications', LIST, 'template: { spec: { destination: { namespace: web } } }', 'templatePatch: "spec: { destination: { name: in-cluster } }"')).toEqual([]);
  });

  test('the options of a sync that parameters say are options all the same', () => {
    expect(messages('generated-applications', LIST, "template: { spec: { syncPolicy: { syncOptions: ['CreateNamespace={{ .env }}'] } } }")).toEqual([
      'Argo CD reads no sync option CreateNamespace=staging and ignores it (web)',
    ]);
  });
});

test.each([
  ['generators: [{ clustres: {} }]', 'no generator that Argo CD knows stands here, so nothing is generated'],
  ['generators: [{ clusters: null }]', 'the generator clusters is null, so nothing is generated'],
  ['generators: [{ selector: {} }]', 'no generator that Argo CD knows stands here, so nothing is generated'],
])('appsets/generator-type: %s', (generators, message) => {
  expect(messages('generator-type', generators)).toEqual([message]);
});

test('several types at the top all run', () => {
  expect(messages('generator-type', 'generators: [{ clusters: {}, list: { elements: [] } }]')).toEqual([]);
});

test('no rule stumbles over shapes that are wrong', () => {
  for (const spec of ['generators: 3', 'generators: [null, 3, [], { list: [] }, { matrix: { generators: {} } }, { merge: 3 }, { clusters: { selector: 3 } }]',
    'generators: [{ git: { directories: [3, { path: {} }], files: 3 } }, { list: { elements: [null, 3], elementsYaml: 3 } }]',
    'template: 3', 'template: { metadata: 3, spec: [] }', 'templatePatch: 3', 'strategy: { rollingSync: { steps: [3, { matchExpressions: 3 }] }, type: RollingSync }', 'goTemplateOptions: 3']) {
    const yaml = setOf(LIST, spec).replace(/^ {2}template:\n(?: {4}.*\n)*/m, (text) => (spec === 'template: 3' ? '  template: 3\n' : text));
    const manifests = exampleManifests(yaml);
    const context = { manifests, targets: DEFAULT_TARGETS, report: () => undefined };
    // Not by validate, which forgives a rule that fails where the schema has found something too.
    for (const one of APPSETS_RULES) expect(() => one.check(manifests.entries[0]!, context)).not.toThrow();
  }
});
