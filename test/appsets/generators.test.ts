import { Generator } from '../../src/appsets/generator';
import { parametersOf } from '../../src/appsets/parameters';
import { Repository } from '../../src/fleet/repository';

const repository = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main', root: 'dist' });
const tokenRef = { secretName: 'scm-token', key: 'token' };
const clusters = Generator.clusters({ matchLabels: { env: 'production' }, values: { size: 'large' } });

describe('generators', () => {
  test('clusters are selected by labels and conditions', () => {
    const generator = Generator.clusters({ matchLabels: { env: 'a' }, matchExpressions: [{ key: 'old', operator: 'DoesNotExist' }], values: { size: 'large' } });
    expect(generator._toKube()).toEqual({ clusters: {
      selector: { matchLabels: { env: 'a' }, matchExpressions: [{ key: 'old', operator: 'DoesNotExist' }] }, values: { size: 'large' },
    } });
    expect(Generator.clusters()._toKube()).toEqual({ clusters: {} });
    expect(Generator.clusterList(generator)._toKube()).toMatchObject({ clusters: { flatList: true, values: { size: 'large' } } });
  });

  test('patterns of folders and files begin at the root of the repository', () => {
    const folders = Generator.gitDirectories({ repository, directories: ['apps/*'], exclude: ['apps/old'], pathParamPrefix: 'app', requeueAfter: 'never' });
    expect(folders._toKube()).toEqual({ git: {
      repoURL: 'https://git.example.com/shop/manifests.git', revision: 'main', pathParamPrefix: 'app', requeueAfterSeconds: 0,
      directories: [{ path: 'dist/apps/*' }, { path: 'dist/apps/old', exclude: true }],
    } });
    const files = Generator.gitFiles({ repository, files: ['clusters/*.yaml'], content: { env: 'a' }, values: { owner: 'web' } });
    expect(files._toKube()).toMatchObject({ git: { files: [{ path: 'dist/clusters/*.yaml' }], values: { owner: 'web' } } });
  });

  test('places of code keep their fields, and merge requests are open ones', () => {
    expect(Generator.scmProvider({ azureDevOps: { organization: 'shop', teamProject: 'web', accessTokenRef: tokenRef }, filters: [{ branchMatch: '^main$' }] })._toKube())
      .toEqual({ scmProvider: { azureDevOps: { organization: 'shop', teamProject: 'web', accessTokenRef: tokenRef }, filters: [{ branchMatch: '^main$' }] } });
    expect(Generator.pullRequest({ gitlab: { project: 'shop/web' } })._toKube()).toMatchObject({ pullRequest: { gitlab: { pullRequestState: 'opened' } } });
    expect(Generator.pullRequest({ gitlab: { project: 'shop/web', pullRequestState: 'merged' }, requeueAfter: '5m' })._toKube())
      .toMatchObject({ pullRequest: { gitlab: { pullRequestState: 'merged' }, requeueAfterSeconds: 300 } });
  });

  test('decisions and plugins name their ConfigMap', () => {
    expect(Generator.clusterDecisionResource({ configMapRef: 'placements', name: 'web', values: { size: 'large' } })._toKube())
      .toEqual({ clusterDecisionResource: { configMapRef: 'placements', name: 'web', values: { size: 'large' } } });
    expect(Generator.plugin({ configMapRef: 'tenants', input: { plan: 'business', seats: 3 }, output: { tenant: 'a' } })._toKube())
      .toEqual({ plugin: { configMapRef: { name: 'tenants' }, input: { parameters: { plan: 'business', seats: 3 } } } });
  });

  test('the second generator of a matrix is filled in by the first', () => {
    const files = Generator.gitFiles({ repository, files: ['*.yaml'], content: { tier: 'gold', 'zone-id': 'a' } });
    const matrix = Generator.matrix(files, (p) => Generator.clusters({ matchLabels: { tier: p.tier, zone: p['zone-id'] }, selector: { matchLabels: { name: p.tier } } }));
    expect(matrix._toKube()).toMatchObject({ matrix: { generators: [
      { git: {} },
      { clusters: { selector: { matchLabels: { tier: '{{ .tier }}', zone: '{{ index . "zone-id" }}' } } }, selector: { matchLabels: { name: '{{ .tier }}' } } },
    ] } });
  });

  test('the items of a list of the first generator are the second one', () => {
    const files = Generator.gitFiles({ repository, files: ['*.yaml'], content: { team: 'a', components: [{ name: 'web', port: 80 }] } });
    const matrix = Generator.matrix(files, (p) => Generator.listFrom(p.components, { selector: { matchLabels: { name: 'web' } } }));
    expect(matrix._toKube()).toEqual({ matrix: { generators: [
      { git: expect.anything() }, { list: { elementsYaml: '{{ toJson .components }}' }, selector: { matchLabels: { name: 'web' } } },
    ] } });
    const teams = Generator.list([{ team: 'a', components: [{ name: 'web' }, { name: 'api' }] }, { team: 'b', components: [{ name: 'web' }] }]);
    const known = Generator.matrix(teams, (p) => Generator.listFrom(p.components))._sets({ filesIn: () => undefined });
    expect(known.map(({ parameters: { team, name }, open }) => [team, name, open])).toEqual([['a', 'web', []], ['a', 'api', []], ['b', 'web', []]]);
  });

  test('generators are merged by keys', () => {
    const merge = Generator.merge({ mergeKeys: ['name'], generators: [clusters, Generator.list([{ name: 'eu-1', project: 'web' }])] });
    expect(merge._toKube()).toMatchObject({ merge: { mergeKeys: ['name'], generators: [{ clusters: {} }, { list: { elements: [{ name: 'eu-1' }] } }] } });
  });

  test.each<[string, () => unknown, RegExp]>([
    ['an empty list', () => Generator.list([]), /the list of the generator is empty/],
    ['an element without parameters', () => Generator.list([{ env: 'a' }, {}]), /the element 1 of the list has no parameters/],
    ['a number from a million on', () => Generator.list([{ account: 123456789012 }]), /elements\[0\]\.account is the number 123456789012.*write it as text: '123456789012'/],
    ['a number near zero', () => Generator.list([{ limits: [{ share: 0.00001 }] }]), /elements\[0\]\.limits\[0\]\.share is the number 0\.00001/],
    ['a pattern that leads out', () => Generator.gitDirectories({ repository, directories: ['../apps/*'] }), /has the pattern "\.\.\/apps\/\*"/],
    ['two stars for folders', () => Generator.gitDirectories({ repository, directories: ['apps/**'] }), /never crosses a \//],
    ['a pattern without an end', () => Generator.gitDirectories({ repository, directories: ['apps/[a'] }), /no end of the class/],
    ['files with a key path', () => Generator.gitFiles({ repository, files: ['*.yaml'], content: { path: 'a' } }), /the files have the key path/],
    ['decisions by no label', () => Generator.clusterDecisionResource({ configMapRef: 'a', labelSelector: {} }), /selects by nothing/],
    ['one parameter of both in a matrix', () => Generator.matrix(clusters, Generator.list([{ name: 'a' }])), /both generators of the matrix provide the parameter name/],
    ['a list of texts as a generator', () => Generator.matrix(
      Generator.list([{ team: 'a', zones: ['eu'] }]), (p) => Generator.listFrom(p.zones as never),
    ), /the items of the list have no names for parameters/],
    ['items that say the same as the first generator', () => Generator.matrix(
      Generator.list([{ name: 'a', parts: [{ name: 'b' }] }]), (p) => Generator.listFrom(p.parts),
    ), /both generators of the matrix provide the parameter name/],
    ['two paths in a matrix', () => Generator.matrix(
      Generator.gitDirectories({ repository, directories: ['a/*'] }), Generator.gitDirectories({ repository, directories: ['b/*'] }),
    ), /pass pathParamPrefix to one/],
    ['loose values before texts in a matrix', () => Generator.matrix(Generator.list([{ values: { a: 'b' } }]), clusters), /cannot put them together/],
    ['loose values over texts in a merge', () => Generator.merge({
      mergeKeys: ['name'], generators: [clusters, Generator.list([{ name: 'a', values: { size: 'small' } }])],
    }), /the first generator of the merge adds values/],
    ['a merge by what one lacks', () => Generator.merge({ mergeKeys: ['zone' as 'name'], generators: [clusters, clusters] }), /mergeKeys names "zone"/],
    ['a template inside of a matrix', () => Generator.matrix(
      Generator.list([{ a: 'b' }], { template: { labels: { a: 'b' } } }), clusters,
    )._toKube(), /has a template of its own, which Argo CD does not look at/],
    ['three levels', () => {
      const level = (name: string, inner: ReturnType<typeof Generator.clusters>): unknown => Generator.matrix(Generator.list([{ [name]: 'a' }]), inner);
      return Generator.matrix(Generator.list([{ c: 'a' }]), level('b', level('a', clusters as never) as never) as never)._toKube();
    }, /Argo CD reads two levels only/],
    ['a selector by no parameter', () => Generator.matrix(Generator.list([{ a: 'b' }], { selector: { matchLabels: { b: 'c' } } }), clusters)._toKube(),
      /names the parameter "b", which the generator does not provide\. it provides: a/],
  ])('refuses %s', (_, make, message) => {
    expect(make).toThrow(message);
  });
});

test('several parameters are no text', () => {
  const folders = Generator.gitDirectories({ repository, directories: ['apps/*'] });
  const parameters = parametersOf<{ path: { basename: string } }>(folders._examples());
  expect(() => Reflect.apply(String, undefined, [parameters.path])).toThrow('the parameters .path are taken for a text. name one of them: .path.path, ');
  expect(parameters.path.basename).toBe('{{ .path.basename }}');
});
