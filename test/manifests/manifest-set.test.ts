import { describe as nameOf, groupOf, idOf, type Manifest } from '../../src/manifests/manifest';
import { ManifestSet } from '../../src/manifests/manifest-set';
import type { Unit } from '../../src/manifests/unit';

const unit = (id: string, namespace: string, cluster: string): Unit => ({ id, namespace, destination: { cluster } });
const service = (name: string, namespace?: string): Manifest => ({ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace } });

const staging = unit('web-staging', 'shop', 'staging');
const production = unit('web-production', 'shop', 'production');
const platform = unit('platform', 'istio-system', 'production');

describe('ManifestSet', () => {
  test('keeps the same object of two units apart', () => {
    const set = new ManifestSet();
    const one = set.add(staging, service('web'));
    const two = set.add(production, service('web'));
    expect(set.find(staging, one.id)).toBe(one);
    expect(set.find(production, two.id)).toBe(two);
    expect(set.duplicates).toEqual([]);
    expect(set.units).toEqual([staging, production]);
  });

  test('counts an object without a namespace to that of its unit', () => {
    const set = new ManifestSet();
    const entry = set.add(staging, service('web'));
    expect(entry.id).toEqual({ group: '', kind: 'Service', namespace: 'shop', name: 'web' });
    expect(set.find(staging, idOf(service('web', 'shop')))).toBe(entry);
  });

  test('finds objects of another unit only where the destination is the same', () => {
    const set = new ManifestSet();
    const gateway = set.add(platform, service('gateway'));
    set.add(staging, service('web'));
    expect(set.find(production, gateway.id)).toBe(gateway);
    expect(set.find(staging, gateway.id)).toBeUndefined();
  });

  test('finds objects of units whose cluster nobody has said, and for such units those of every cluster', () => {
    const set = new ManifestSet();
    const undelivered = unit('shared', 'shop', '');
    const shared = set.add(undelivered, service('shared'));
    const gateway = set.add(platform, service('gateway'));
    expect(set.find(production, shared.id)).toBe(shared);
    expect(set.find(undelivered, gateway.id)).toBe(gateway);
  });

  test('prefers units of the same cluster to those that may be of it', () => {
    const set = new ManifestSet();
    const id = set.add(unit('a', 'shop', ''), service('web')).id;
    const near = set.add(unit('b', 'shop', 'production'), service('web'));
    expect(set.findAll(platform, id)).toEqual([near]);
    expect(set.findAll(unit('c', 'shop', 'staging'), id).map((entry) => entry.unit.id)).toEqual(['a']);
  });

  test('prefers the unit itself', () => {
    const set = new ManifestSet();
    const other = unit('other', 'shop', 'production');
    set.add(other, service('web'));
    const own = set.add(production, service('web'));
    expect(set.find(production, own.id)).toBe(own);
  });

  test('keeps a second object of one identity out and lists it', () => {
    const set = new ManifestSet();
    const first = set.add(staging, service('web'));
    const second = set.add(staging, service('web', 'shop'));
    expect(set.duplicates).toEqual([{ first, second }]);
    expect(set.entries).toEqual([first]);
    expect(set.of(staging)).toEqual([first]);
  });

  test('takes the versions of one group for one kind', () => {
    const set = new ManifestSet();
    set.add(staging, { apiVersion: 'networking.istio.io/v1', kind: 'Gateway', metadata: { name: 'public' } });
    set.add(staging, { apiVersion: 'networking.istio.io/v1beta1', kind: 'Gateway', metadata: { name: 'public' } });
    set.add(staging, { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway', metadata: { name: 'public' } });
    expect(set.entries).toHaveLength(2);
    expect(set.duplicates).toHaveLength(1);
  });

  test('knows what lives elsewhere, for the unit that said so', () => {
    const set = new ManifestSet();
    set.addExternal(staging, idOf(service('db', 'shop')));
    expect(set.isExternal(staging, idOf(service('db', 'shop')))).toBe(true);
    expect(set.isExternal(production, idOf(service('db', 'shop')))).toBe(false);
    expect(set.find(staging, idOf(service('db', 'shop')))).toBeUndefined();
  });
});

describe('identity', () => {
  test('group of an apiVersion', () => {
    expect(groupOf('v1')).toBe('');
    expect(groupOf('apps/v1')).toBe('apps');
  });

  test('messages name the namespace only where there is one', () => {
    expect(nameOf(idOf(service('web', 'shop')))).toBe('Service/shop/web');
    expect(nameOf(idOf(service('web')))).toBe('Service/web');
  });

  test('a generated name stands in for a name', () => {
    expect(idOf({ apiVersion: 'batch/v1', kind: 'Job', metadata: { generateName: 'migrate-' } }).name).toBe('migrate-');
  });
});
