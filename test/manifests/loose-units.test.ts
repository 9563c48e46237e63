import type { Manifest } from '../../src/manifests/manifest';
import { ManifestSet } from '../../src/manifests/manifest-set';
import type { Unit } from '../../src/manifests/unit';

const loose = (folder: string, file?: string): Unit => ({ id: file ?? folder, namespace: '', destination: { cluster: '' }, looseFolder: folder });
const service = (namespace?: string): Manifest => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace } });

describe('what loose files miss', () => {
  const here = loose('shop/rollouts');

  test('is taken from the folder beside them', () => {
    const set = new ManifestSet();
    const { id } = set.add(loose('shop/services'), service());
    expect(set.find(here, id)?.unit.id).toBe('shop/services');
    expect(set.isExternal(here, id)).toBe(false);
  });

  test('is only there where it is far away and names no namespace', () => {
    const set = new ManifestSet();
    const { id } = set.add(loose('examples/services'), service());
    expect(set.find(here, id)).toBeUndefined();
    expect(set.isExternal(here, id)).toBe(true);
    const named = set.add(loose('examples/services'), service('shop'));
    expect(set.find(here, named.id)).toBe(named);
  });

  test('is only there where several have it', () => {
    const set = new ManifestSet();
    const { id } = set.add(loose('shop/staging'), service());
    set.add(loose('shop/production'), service());
    expect(set.find(here, id)).toBeUndefined();
    expect(set.isExternal(here, id)).toBe(true);
  });

  test('is what an Application delivers, where one does', () => {
    const set = new ManifestSet();
    const { id } = set.add(loose('shop/staging'), service());
    const delivered = set.add({ id: 'apps/web', namespace: '', destination: { cluster: '' } }, service());
    expect(set.find({ id: 'apps/api', namespace: '', destination: { cluster: '' } }, id)).toBe(delivered);
  });
});
