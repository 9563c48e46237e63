import { load } from 'js-yaml';
import type { Manifest } from '../../src/manifests/manifest';
import { ManifestSet } from '../../src/manifests/manifest-set';
import { referencesOf, resolve } from '../../src/manifests/references';
import type { Unit } from '../../src/manifests/unit';

const shop: Unit = { id: 'shop', namespace: 'shop', destination: { cluster: 'production' } };

/** One line a reference: role and target. */
function targetsOf(apiVersion: string, kind: string, spec: string): string[] {
  const manifest = { apiVersion, kind, metadata: { name: 'web' }, spec: load(spec) } as Manifest;
  return referencesOf(new ManifestSet().add(shop, manifest)).map((r) =>
    `${r.role}: ${r.group ? `${r.group}/` : ''}${r.kind} ${r.namespace}/${r.name}${r.elsewhere ? ' elsewhere' : ''}`);
}

const routed = (trafficRouting: string) =>
  targetsOf('argoproj.io/v1alpha1', 'Rollout', `{ strategy: { canary: { trafficRouting: ${trafficRouting} } } }`);

test.each([
  ['{ ambassador: { mappings: [a, b] } }', ['mapping: getambassador.io/Mapping shop/a', 'mapping: getambassador.io/Mapping shop/b']],
  ['{ traefik: { weightedTraefikServiceName: web } }', ['traefik service: traefik.containo.us/TraefikService shop/web']],
  ['{ apisix: { route: { name: web } } }', ['apisix route: apisix.apache.org/ApisixRoute shop/web']],
  ['{ appMesh: { virtualService: { name: web }, virtualNodeGroup: { canaryVirtualNodeRef: { name: c }, stableVirtualNodeRef: { name: s } } } }', [
    'virtual service: appmesh.k8s.aws/VirtualService shop/web', 'virtual node: appmesh.k8s.aws/VirtualNode shop/c', 'virtual node: appmesh.k8s.aws/VirtualNode shop/s',
  ]],
  ['{ plugins: { argoproj-labs/gatewayAPI: { httpRoute: a, grpcRoutes: [{ name: b }], tlsRoute: c, namespace: edge } } }', [
    'route: gateway.networking.k8s.io/HTTPRoute edge/a', 'route: gateway.networking.k8s.io/GRPCRoute edge/b', 'route: gateway.networking.k8s.io/TLSRoute edge/c',
  ]],
  // The controller makes the TrafficSplit.
  ['{ smi: { trafficSplitName: web } }', []],
])('a Rollout with %s names %j', (trafficRouting, targets) => {
  expect(routed(trafficRouting)).toEqual(targets);
});

test.each([
  ['gateway.networking.k8s.io/v1', 'HTTPRoute', `
parentRefs: [{ name: public, namespace: gateways }, { group: "", kind: Service, name: web }]
rules: [{ backendRefs: [{ name: a }, { group: example.com, kind: Bucket, name: b }], filters: [{ requestMirror: { backendRef: { name: c, namespace: d } } }] }]`, [
    'gateway: gateway.networking.k8s.io/Gateway gateways/public elsewhere', 'gateway: Service shop/web elsewhere', 'backend: Service shop/a', 'mirror: Service d/c',
  ]],
  ['getambassador.io/v2', 'Mapping', 'service: http://web-stable:8080', ['service: Service shop/web-stable']],
  ['getambassador.io/v2', 'Mapping', 'service: web-stable.other.svc:80', ['service: Service other/web-stable']],
  ['getambassador.io/v2', 'Mapping', 'service: www.example.com', []],
  ['getambassador.io/v2', 'Mapping', '{ service: web, resolver: consul }', []],
  ['traefik.io/v1alpha1', 'TraefikService', '{ weighted: { services: [{ name: a }, { name: b, kind: TraefikService }, { name: c@file, kind: TraefikService }] } }', [
    'service: Service shop/a', 'service: traefik.containo.us/TraefikService shop/b',
  ]],
  ['traefik.io/v1alpha1', 'IngressRoute', '{ routes: [{ services: [{ name: a, namespace: b }] }] }', ['service: Service b/a']],
  ['apisix.apache.org/v2', 'ApisixRoute', '{ http: [{ backends: [{ serviceName: a }] }], stream: [{ backend: { serviceName: b } }] }', [
    'backend: Service shop/a', 'backend: Service shop/b',
  ]],
  ['appmesh.k8s.aws/v1beta2', 'VirtualService', '{ provider: { virtualRouter: { virtualRouterRef: { name: a } } } }', ['virtual router: appmesh.k8s.aws/VirtualRouter shop/a']],
  ['appmesh.k8s.aws/v1beta2', 'VirtualRouter', '{ routes: [{ grpcRoute: { action: { weightedTargets: [{ virtualNodeRef: { name: a, namespace: b } }] } } }] }', [
    'target: appmesh.k8s.aws/VirtualNode b/a',
  ]],
  ['split.smi-spec.io/v1alpha1', 'TrafficSplit', '{ service: web, backends: [{ service: a }] }', ['root service: Service shop/web', 'backend: Service shop/a']],
])('%s %s of %s names %j', (apiVersion, kind, spec, targets) => {
  expect(targetsOf(apiVersion, kind, spec)).toEqual(targets);
});

test.each([
  ['{ traefik: { weightedTraefikServiceName: web } }', 'traefik.io/v1alpha1', 'TraefikService'],
  ['{ ambassador: { mappings: [web] } }', 'x.getambassador.io/v3alpha1', 'AmbassadorMapping'],
])('%s is found in %s too', (trafficRouting, apiVersion, kind) => {
  const set = new ManifestSet();
  const spec = load(`{ strategy: { canary: { trafficRouting: ${trafficRouting} } } }`);
  const rollout = set.add(shop, { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'web' }, spec } as Manifest);
  const [reference] = referencesOf(rollout);
  expect(resolve(set, rollout, reference!)).toBeUndefined();
  const entry = set.add(shop, { apiVersion, kind, metadata: { name: 'web' } });
  expect(resolve(set, rollout, reference!)).toEqual({ entry });
});
