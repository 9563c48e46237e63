import { APPSETS_RULES } from '../../../../src/validation/rules/appsets';
import { findingsOf } from '../findings-of';
import { setOf } from './set-of';

const messages = (rule: string, ...parts: readonly string[]) =>
  findingsOf(APPSETS_RULES.find(({ id }) => id === `appsets/${rule}`)!, setOf(...parts)).map(({ message }) => message);
const PULLS = 'pullRequest: { github: { owner: shop, repo: web } }';
const REPOSITORIES = 'scmProvider: { github: { organization: shop, allBranches: true } }';
const FOLDERS = 'git: { repoURL: a, revision: b, directories: [{ path: apps/* }] }';

describe('appsets/free-text-fits', () => {
  const found = (generator: string, name: string, label = 'x', namespace = 'x') => messages('free-text-fits', `generators: [{ ${generator} }]`,
    `template: { metadata: { name: '${name}', labels: { it: '${label}' } }, spec: { destination: { name: in-cluster, namespace: '${namespace}' } } }`);

  test.each([
    [PULLS, 'pr-{{ .branch }}', 'the name is made of branch, which may be any text: "pr-Feature/Cart" would be refused'],
    [PULLS, 'pr-{{ .number }}-{{ .title }}', 'the name is made of title, which may be any text: "pr-x1-Add a cart" would be refused'],
    [PULLS, 'pr-{{ .branch | lower }}', 'the name is made of branch, which may be any text: "pr-feature/cart" would be refused'],
    [PULLS, '{{ .author }}-{{ .number }}', 'the name is made of author, which may be any text: "dependabot[bot]-x1" would be refused'],
    [REPOSITORIES, 'a-{{ .branch }}', 'the name is made of branch, which may be any text: "a-Feature/Cart" would be refused'],
    [FOLDERS, 'a-{{ .path.path }}', 'the name is made of path.path, which may be any text: "a-Apps/web" would be refused'],
    [`matrix: { generators: [{ clusters: {} }, { ${PULLS} }] }`, '{{ .nameNormalized }}-{{ .branch }}', 'the name is made of branch, which may be any text: "x1-Feature/Cart" would be refused'],
  ])('%s: %s', (generator, name, message) => {
    expect(found(generator, name)).toEqual([message]);
  });

  test.each([
    [PULLS, 'pr-{{ .branch_slug }}-{{ .number }}'],
    [PULLS, 'pr-{{ slugify 20 true .title }}'],
    [PULLS, 'pr-{{ .branch | lower | replace "/" "-" }}'],
    ['pullRequest: { github: { owner: shop, repo: web }, filters: [{ branchMatch: "^preview-[a-z]+$" }] }', 'pr-{{ .branch }}'],
    ['scmProvider: { github: { organization: shop } }', '{{ .repository }}-{{ .branch }}'],
    [FOLDERS, '{{ index .path.segments 1 }}-{{ .path.basenameNormalized }}'],
  ])('has nothing against %s: %s', (generator, name) => {
    expect(found(generator, name, '{{ "x" }}')).toEqual([]);
  });

  test('looks at labels and namespaces too, and without goTemplate', () => {
    expect(found(PULLS, 'x', '{{ .title }}', 'pr-{{ .branch }}')).toEqual([
      'the label it is made of title, which may be any text: "Add a cart" would be refused',
      'the namespace is made of branch, which may be any text: "pr-Feature/Cart" would be refused',
    ]);
    expect(found(PULLS, 'x', '{{ join "." .labels }}')).toEqual(['the label it is made of labels, which may be any text: "In review" would be refused']);
    const fast = (name: string, generator: string) =>
      messages('free-text-fits', 'goTemplate: false', `generators: [{ ${generator} }]`, `template: { metadata: { name: '${name}' } }`);
    expect(fast('pr-{{branch}}', PULLS)).toHaveLength(1);
    expect(fast('a-{{path}}', FOLDERS)).toHaveLength(1);
    expect(fast('a-{{path.basenameNormalized}}', FOLDERS)).toEqual([]);
  });

  test('says what to write', () => {
    const set = setOf(`generators: [{ ${PULLS} }]`, "template: { metadata: { name: 'pr-{{ .branch }}' } }");
    const [finding] = findingsOf(APPSETS_RULES.find(({ id }) => id === 'appsets/free-text-fits')!, set);
    expect(finding).toMatchObject({ severity: 'error', received: 'pr-{{ .branch }}', fix: 'use branch_slug or number, or slugify: GoTemplate.slugify(p.branch)' });
  });
});

describe('appsets/name-normalized', () => {
  const found = (generator: string, name: string) => messages('name-normalized', `generators: [{ ${generator} }]`, `template: { metadata: { name: '${name}' } }`);

  test('repositories may have capitals, unless every filter says what they are called', () => {
    expect(found('scmProvider: { github: { organization: shop } }', '{{ .organization }}-{{ .repository }}')).toEqual([
      'the name is made of organization, which may have letters that no name has', 'the name is made of repository, which may have letters that no name has',
    ]);
    expect(found('scmProvider: { github: { organization: shop } }', '{{ normalize .repository }}')).toEqual([]);
    expect(found('scmProvider: { github: { organization: shop }, filters: [{ repositoryMatch: "^service-[a-z]+$" }] }', '{{ .repository }}')).toEqual([]);
    expect(found('list: { elements: [{ repository: web }] }', '{{ .repository }}')).toEqual([]);
  });
});
