import type { JsonObject } from '../../src/manifests/json';
import type { Manifest, ObjectId } from '../../src/manifests/manifest';
import { ManifestSet } from '../../src/manifests/manifest-set';
import type { Unit } from '../../src/manifests/unit';
import type { WrittenFields } from '../../src/ownership/derive';
import { FIELD_OWNERS } from '../../src/ownership/field-owners';
import { ignoredIn } from './ignored';

const unit = (id: string, namespace: string, cluster = ''): Unit => ({ id, namespace, destination: { cluster } });
const shop = unit('shop', 'shop');
const edge = unit('edge', 'edge');

function rollout(name: string, trafficRouting: JsonObject): Manifest {
  return { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name, namespace: 'shop' }, spec: { strategy: { canary: { trafficRouting } } } };
}

function object(apiVersion: string, kind: string, namespace?: string, more: JsonObject = {}): Manifest {
  return { apiVersion, kind, metadata: { name: 'web', namespace, ...more } };
}

const byIstio = (name: string, ...managed: string[]) =>
  rollout(name, { istio: { virtualService: { name: 'web.edge' } }, managedRoutes: managed.map((route) => ({ name: route })) });
const virtualService = (namespace?: string) => object('networking.istio.io/v1', 'VirtualService', namespace);
const SERVICE: ObjectId = { group: 'networking.istio.io', kind: 'VirtualService', namespace: 'edge', name: 'web' };

/** What each unit has to ignore, as `kind namespace/name`. */
function owners(
  manifests: ReadonlyArray<readonly [Unit, Manifest]>, externals: ReadonlyArray<readonly [Unit, ObjectId]> = [],
): Record<string, string[]> {
  const set = new ManifestSet();
  for (const [of, manifest] of manifests) set.add(of, manifest);
  for (const [of, id] of externals) set.addExternal(of, id);
  return Object.fromEntries([...ignoredIn(set)].map(([id, entries]) =>
    [id, entries.map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`)]));
}

describe('an object that another chart holds', () => {
  test('is ignored where it is, though the Rollout says that it is made elsewhere', () => {
    expect(owners([[shop, byIstio('web')], [edge, virtualService('edge')]], [[shop, SERVICE]])).toEqual({ edge: ['VirtualService edge/web'] });
  });

  test('is ignored in every namespace when its manifest names none: the Application decides where it goes', () => {
    expect(owners([[shop, byIstio('web')], [edge, virtualService()]])).toEqual({ edge: ['VirtualService undefined/web'] });
  });

  test('has one entry for the Rollouts of two charts', () => {
    const set = new ManifestSet();
    set.add(shop, byIstio('web', 'web-beta'));
    set.add(unit('search', 'shop'), byIstio('search', 'search-beta'));
    set.add(edge, virtualService('edge'));
    const ignored = ignoredIn(set);
    expect([...ignored.keys()]).toEqual(['edge']);
    expect(ignored.get('edge')).toEqual([expect.objectContaining({ jqPathExpressions: expect.arrayContaining([
      '.spec.http[]? | select(.name == "web-beta")', '.spec.http[]? | select(.name == "search-beta")',
    ]) as string[] })]);
    expect(ignored.get('edge')![0]!.jqPathExpressions!.filter((path) => path === '.spec.http[]?.route[]?.weight')).toHaveLength(1);
  });

  test.each<[string, Manifest, Manifest]>([
    ['an HTTPRoute', rollout('web', { plugins: { 'argoproj-labs/gatewayAPI': { namespace: 'edge', httpRoute: 'web' } } }),
      object('gateway.networking.k8s.io/v1', 'HTTPRoute', 'edge')],
    ['a selected HTTPRoute', rollout('web', { plugins: { 'argoproj-labs/gatewayAPI': { namespace: 'edge', httpRouteSelector: { matchLabels: { app: 'web' } } } } }),
      object('gateway.networking.k8s.io/v1', 'HTTPRoute', 'edge', { labels: { app: 'web' } })],
    ['a TraefikService', rollout('web', { traefik: { weightedTraefikServiceName: 'web' } }), object('traefik.io/v1alpha1', 'TraefikService', 'shop')],
    ['an ApisixRoute', rollout('web', { apisix: { route: { name: 'web' } } }), object('apisix.apache.org/v2', 'ApisixRoute', 'shop')],
    ['a Deployment', { ...rollout('web', {}), spec: { workloadRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', scaleDown: 'onsuccess' } } },
      object('apps/v1', 'Deployment', 'shop')],
  ])('may be %s', (_, routed, routes) => {
    expect(owners([[shop, routed], [edge, routes]])).toEqual({ edge: [`${routes.kind} ${routes.metadata.namespace}/web`] });
  });

  test('may be the VirtualRouter of App Mesh that a VirtualService of a third chart leads to', () => {
    const service = { ...object('appmesh.k8s.aws/v1beta2', 'VirtualService', 'shop'), spec: { provider: { virtualRouter: { virtualRouterRef: { name: 'web' } } } } };
    expect(owners([
      [shop, rollout('web', { appMesh: { virtualService: { name: 'web' } } })],
      [unit('mesh', 'shop'), service],
      [edge, object('appmesh.k8s.aws/v1beta2', 'VirtualRouter', 'shop')],
    ])).toEqual({ edge: ['VirtualRouter shop/web'] });
  });
});

describe('an object that several charts hold, or none', () => {
  test('is ignored in the chart of the Rollout alone, when that is one of them', () => {
    const own = (id: string): ReadonlyArray<readonly [Unit, Manifest]> => [[unit(id, 'shop'), byIstio('web')], [unit(id, 'shop'), virtualService('edge')]];
    expect(owners([...own('staging'), ...own('production'), [edge, virtualService('edge')]])).toEqual({
      staging: ['VirtualService edge/web'], production: ['VirtualService edge/web'],
    });
  });

  test('is ignored on the cluster of the Rollout, and on every one when nobody has said which', () => {
    const edges = [[unit('edge-eu', 'edge', 'eu'), virtualService('edge')], [unit('edge-us', 'edge', 'us'), virtualService('edge')]] as const;
    expect(owners([[unit('shop', 'shop', 'eu'), byIstio('web')], ...edges])).toEqual({ 'edge-eu': ['VirtualService edge/web'] });
    expect(Object.keys(owners([[shop, byIstio('web')], ...edges]))).toEqual(['edge-eu', 'edge-us']);
  });

  test('is left to the chart of the Rollout, unless it was declared to be made elsewhere', () => {
    expect(owners([[shop, byIstio('web')]])).toEqual({ shop: ['VirtualService edge/web'] });
    expect(owners([[shop, byIstio('web')]], [[shop, SERVICE]])).toEqual({});
  });
});

test('what was declared is put where the object is, beside what a Rollout says of it', () => {
  const set = new ManifestSet();
  set.add(shop, byIstio('web'));
  set.add(edge, virtualService('edge'));
  const declared: WrittenFields = { unit: shop, fields: { ...SERVICE, jqPathExpressions: ['.spec.http[]?.timeout'], owner: FIELD_OWNERS.declared } };
  expect(ignoredIn(set, [declared])).toEqual(new Map([['edge', [expect.objectContaining({ jqPathExpressions: [
    '.spec.http[]?.route[]?.weight', '.spec.tls[]?.route[]?.weight', '.spec.tcp[]?.route[]?.weight', '.spec.http[]?.timeout',
  ] })]]]));
});
