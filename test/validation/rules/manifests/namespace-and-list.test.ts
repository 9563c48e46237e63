import { dump } from 'js-yaml';
import { ManifestSet } from '../../../../src/manifests/manifest-set';
import { namespaceSyntax } from '../../../../src/validation/rules/manifests/namespace-syntax';
import { noList } from '../../../../src/validation/rules/manifests/no-list';
import { application, applicationSet, configMap, findingsOf } from '../findings-of';

describe('namespace-syntax', () => {
  test.each(['shop', 'a', '3', 'a'.repeat(63), 'shop-1'])('%s is right', (namespace) => {
    expect(findingsOf(namespaceSyntax, configMap({ namespace }))).toEqual([]);
  });

  test.each([
    ['Shop', 'rename it, for example to shop'],
    ['shopStaging', 'rename it, for example to shop-staging'],
    ['shop.staging', 'rename it, for example to shop-staging'],
    ['-shop', 'rename it, for example to shop'],
    ['a'.repeat(64), 'rename it'],
    ['ß', 'rename it'],
  ])('%s is wrong', (namespace, fix) => {
    expect(findingsOf(namespaceSyntax, configMap({ namespace }))).toEqual([expect.objectContaining({ pointer: '/metadata/namespace', fix })]);
  });

  test('the namespace of a unit is reported once', () => {
    const set = new ManifestSet();
    const unit = { id: 'shop', namespace: 'Shop', destination: { cluster: '' } };
    set.add(unit, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } });
    for (const name of ['a', 'b']) set.add(unit, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });
    set.add(unit, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c', namespace: 'Shop' } });
    set.add(unit, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'd', namespace: 'Other' } });
    expect(findingsOf(namespaceSyntax, set).map((finding) => finding.entry?.id.name).sort()).toEqual(['a', 'd']);
  });

  test('an Application delivers to one', () => {
    const to = (namespace: string) => application({ destination: { name: 'in-cluster', namespace } });
    expect(findingsOf(namespaceSyntax, to('shop'))).toEqual([]);
    expect(findingsOf(namespaceSyntax, to('Shop'))).toMatchObject([{ pointer: '/spec/destination/namespace' }]);
    expect(findingsOf(namespaceSyntax, applicationSet(to('Shop')))).toMatchObject([{ pointer: '/spec/template/spec/destination/namespace' }]);
    expect(findingsOf(namespaceSyntax, applicationSet(to('{{.Name}}')))).toEqual([]);
  });
});

describe('no-list', () => {
  test.each([['List', [{}, {}], 1], ['List', undefined, 1], ['ConfigMapList', [{}], 1], ['AllowList', undefined, 0], ['ConfigMap', [{}], 0]])(
    'a %s with items %j: %i findings', (kind, items, count) => {
      const yaml = dump({ apiVersion: 'v1', kind, metadata: { name: 'all' }, items }, { skipInvalid: true });
      expect(findingsOf(noList, yaml)).toHaveLength(count);
    },
  );
});
