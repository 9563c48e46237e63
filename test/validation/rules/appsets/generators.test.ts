import { APPSETS_RULES } from '../../../../src/validation/rules/appsets';
import { findingsOf } from '../findings-of';
import { setOf } from './set-of';

const found = (rule: string, ...parts: readonly string[]) =>
  findingsOf(APPSETS_RULES.find(({ id }) => id === `appsets/${rule}`)!, setOf(...parts)).map(({ pointer, message }) => `${pointer} ${message}`);
const FOLDERS = 'git: { repoURL: a, revision: b, directories: [{ path: apps/* }] }';
const matrix = (first: string, second: string) => `generators: [{ matrix: { generators: [{ ${first} }, { ${second} }] } }]`;

describe('appsets/makes-something and appsets/generator-gives', () => {
  test.each([
    ['generators: []', '/spec/generators the set has no generators, so'],
    ['generators: [{ list: { elements: [] } }]', '/spec/generators/0/list the list has no elements, so'],
    ['generators: [{ list: { elements: [{ a: b }] }, selector: { matchLabels: { a: c } } }]', '/spec/generators/0/selector the generators give no parameters, so'],
    [matrix('list: { elements: [{ a: b }] }', 'list: { elements: [] }'), '/spec/generators/0/matrix the generators give no parameters, so'],
  ])('%s', (generators, message) => {
    expect(found('makes-something', generators)).toEqual([`${message} no Application is made, and those that are there are deleted`]);
    expect(found('generator-gives', generators)).toEqual([]);
  });

  test.each([
    ['clusters are not declared', 'generators: [{ clusters: {}, selector: { matchLabels: { name: eu } } }]'],
    ['elements come from YAML', 'generators: [{ list: { elements: [], elementsYaml: "[{ a: b }]" } }]'],
    ['only Argo CD knows the folders', `generators: [{ ${FOLDERS}, selector: { matchLabels: { path.basename: web } } }]`],
    ['no type is known', 'generators: [{ lists: {} }]'],
    ['the list is filled in', matrix(FOLDERS, "list: { elementsYaml: '{{ .path.path }}' }")],
  ])('nothing is said where %s', (_what, generators) => {
    expect([...found('makes-something', generators), ...found('generator-gives', generators)]).toEqual([]);
  });

  test('a selector by a parameter that folders do not have takes none of them', () => {
    const folders = `{ ${FOLDERS}, selector: { matchLabels: { env: web } } }`;
    expect(found('makes-something', `generators: [${folders}]`)).toHaveLength(1);
    expect(found('generator-gives', `generators: [{ clusters: {} }, ${folders}]`)).toEqual([
      '/spec/generators/1/selector the generator git gives nothing, so it makes no Application',
    ]);
    expect(found('makes-something', 'generators: [{ plugin: { configMapRef: { name: a } }, selector: { matchLabels: { env: web } } }]')).toEqual([]);
  });
});

describe('appsets/generator-filled', () => {
  const LIST = "list: { elements: [{ app: '{{ for helm }}' }] }";

  test.each([
    [matrix("git: { repoURL: a, revision: '{{ .app }}', directories: [{ path: '{{ .app }}/*' }] }", LIST), 2],
    [matrix("clusters: { selector: { matchLabels: { app: '{{ .app }}' } } }", LIST), 1],
    [`generators: [{ merge: { mergeKeys: [app], generators: [{ ${LIST} }, { list: { elementsYaml: '{{ .more }}' } }] } }]`, 1],
    ["generators: [{ list: { elements: [{ a: b }] }, selector: { matchLabels: { a: '{{ .a }}' } } }]", 1],
    [`generators: [{ matrix: { generators: [{ matrix: { generators: [{ clusters: { selector: { matchLabels: { a: '{{ .app }}' } } } }, { ${LIST} }] } }, { clusters: {} }] } }]`, 1],
  ])('%s', (generators, count) => {
    expect(found('generator-filled', generators)).toHaveLength(count);
  });

  test.each([
    [matrix(LIST, "git: { repoURL: a, revision: b, directories: [{ path: '{{ .app }}/*' }] }")],
    [matrix(LIST, "matrix: { generators: [{ clusters: { selector: { matchLabels: { app: '{{ .app }}' } } } }, { clusters: {} }] }")],
    ["generators: [{ clusters: { values: { a: '{{ .name }}' }, template: { metadata: { name: '{{ .name }}' } } } }]"],
    ["generators: [{ list: { elementsYaml: '[{ a: \"{{ .Release.Name }}\" }]' } }, { plugin: { configMapRef: { name: p }, input: { parameters: { a: '{{ x }}' } } } }]"],
  ])('has nothing against %s', (generators) => {
    expect(found('generator-filled', generators)).toEqual([]);
  });
});

describe('appsets/merge-fits', () => {
  const merge = (other: string) => `{ merge: { mergeKeys: [env], generators: [{ list: { elements: [{ env: a }, { env: b }] } }, { ${other} }] } }`;

  test('a listed set that fits nothing is dropped', () => {
    expect(found('merge-fits', `generators: [${merge('list: { elements: [{ env: a, x: 1 }, { env: c, x: 2 }] }')}]`)).toEqual([
      '/spec/generators/0/merge/generators/1 the merge drops what this generator says for env "c", as the first generator gives nothing of the kind',
    ]);
  });

  test('in a matrix it may fit the next time', () => {
    const inner = merge('list: { elements: [{ env: \'{{ .e }}\', x: 1 }] }');
    expect(found('merge-fits', `generators: [{ matrix: { generators: [{ list: { elements: [{ e: a }, { e: z }] } }, ${inner}] } }]`)).toEqual([]);
  });

  test('nothing is said of what only Argo CD knows', () => {
    expect(found('merge-fits', `generators: [${merge('clusters: { values: { x: y } }')}]`)).toEqual([]);
  });
});

test('appsets/child-template finds a template in a merge, and not that of the merge', () => {
  const template = 'template: { metadata: { name: x }, spec: { project: shop, destination: {} } }';
  const merge = (inside: string, own: string) =>
    `generators: [{ merge: { mergeKeys: [a], generators: [{ list: { elements: [{ a: b }], ${inside} } }, { list: { elements: [{ a: b }] } }], ${own} } }]`;
  expect(found('child-template', merge(template, ''))).toEqual(['/spec/generators/0/merge/generators/0/list/template the template is ignored, as its generator stands in a merge']);
  expect(found('child-template', merge('template: {}', template))).toEqual([]);
});

test.each([
  ['github: { organization: a }', 'http', ['/spec/generators/0/scmProvider/cloneProtocol github has no protocol http to clone by, which stops the whole set']],
  ['awsCodeCommit: {}', 'https-fips', []],
  ['gitlab: { group: a }', 'ssh', []],
  ['azureDevOps: { organization: a }', 'http', []],
])('appsets/clone-protocol: %s by %s', (place, protocol, messages) => {
  expect(found('clone-protocol', `generators: [{ scmProvider: { cloneProtocol: ${protocol}, ${place} } }]`)).toEqual(messages);
});

describe('segments of folders that a pattern finds', () => {
  const named = (name: string) => `template: { metadata: { name: '${name}' } }`;

  test('are as many as the pattern has', () => {
    expect(found('expands', `generators: [{ ${FOLDERS} }]`, named('a-{{ index .path.segments 5 }}'))).toEqual([
      expect.stringContaining('/spec/template/metadata/name this stops the whole set: '),
    ]);
    expect(found('expands', `generators: [{ ${FOLDERS} }]`, named('a-{{ index .path.segments 1 }}'))).toEqual([]);
    expect(found('expands', 'generators: [{ git: { repoURL: a, revision: b, files: [{ path: "*/c.yaml" }] } }]', named('a-{{ index .path.segments 5 }}'))).toEqual([]);
  });

  test('without goTemplate too', () => {
    const fast = (name: string) => found('parameter-provided', 'goTemplate: false', `generators: [{ ${FOLDERS} }]`, named(name));
    expect(fast('a-{{path[1]}}')).toEqual([]);
    expect(fast('a-{{path[5]}}')).toHaveLength(1);
  });
});
