import { exampleServices, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { apisixRouteBackends } from '../../../../src/validation/rules/traffic/apisix-route-backends';
import { appMeshRoutes } from '../../../../src/validation/rules/traffic/app-mesh-routes';
import { controllerObjects } from '../../../../src/validation/rules/traffic/controller-objects';
import { exampleRouted, exampleRouterObject } from '../../../../src/validation/rules/traffic/example-routers';
import { mappingService } from '../../../../src/validation/rules/traffic/mapping-service';
import { traefikServiceWeighted } from '../../../../src/validation/rules/traffic/traefik-service-weighted';
import { pointersOf, runRule } from '../rollouts/run-rule';

const ROUTING = '/spec/strategy/canary/trafficRouting';

describe('controller-objects', () => {
  const found = (router: string, apiVersion: string, kind: string, name: string, steps?: string) =>
    pointersOf(controllerObjects, joinDocuments(exampleRouted(router, steps), exampleRouterObject(apiVersion, kind, '{}', name)));

  test.each([
    ['nginx: { stableIngress: shop }', 'networking.k8s.io/v1', 'Ingress', 'web-shop-canary', '/nginx/stableIngress'],
    ['nginx: { stableIngresses: [a, b] }', 'networking.k8s.io/v1', 'Ingress', 'web-b-canary', '/nginx/stableIngresses/1'],
    [`nginx: { stableIngress: ${'x'.repeat(253)} }`, 'networking.k8s.io/v1', 'Ingress', `web-${'x'.repeat(242)}-canary`, '/nginx/stableIngress'],
    ['smi: { trafficSplitName: split }', 'split.smi-spec.io/v1alpha2', 'TrafficSplit', 'split', '/smi'],
    ['ambassador: { mappings: [shop] }', 'getambassador.io/v3alpha1', 'Mapping', 'shop-canary', '/ambassador/mappings/0'],
    ['ambassador: { mappings: [shop] }', 'x.getambassador.io/v3alpha1', 'AmbassadorMapping', 'shop-canary', '/ambassador/mappings/0'],
  ])('%s makes %s %s %s', (router, apiVersion, kind, name, place) => {
    expect(found(router, apiVersion, kind, name)).toEqual([ROUTING + place]);
    expect(found(router, apiVersion, kind, 'other')).toEqual([]);
  });

  test('a header route of APISIX is an ApisixRoute, one of other routers is not', () => {
    const step = '- setHeaderRoute: { name: beta, match: [{ headerName: x, headerValue: { exact: y } }] }';
    expect(found('apisix: { route: { name: web } }', 'apisix.apache.org/v2', 'ApisixRoute', 'beta', step)).toEqual([
      '/spec/strategy/canary/steps/0/setHeaderRoute/name',
    ]);
    expect(found('istio: { virtualService: { name: web } }', 'apisix.apache.org/v2', 'ApisixRoute', 'beta', step)).toEqual([]);
  });
});

test.each([
  ['service: web-stable', []],
  ['service: http://web-stable.shop:80', []],
  ['{ service: web-stable, weight: 0 }', []],
  ['{ service: web-stable, weight: 90 }', ['Mapping web has weight 90, which is for the controller to set']],
  ['service: web', ['Mapping web leads to web, not to the stable Service web-stable']],
  ['{}', ['Mapping web leads to no service, not to the stable Service web-stable']],
])('a Mapping with %s', (spec, messages) => {
  const yaml = joinDocuments(exampleRouted('ambassador: { mappings: [web] }'), exampleRouterObject('getambassador.io/v2', 'Mapping', spec));
  expect(runRule(mappingService, yaml).map(({ message }) => message)).toEqual(messages);
});

test.each([
  ['traefik.io/v1alpha1', '{ weighted: { services: [{ name: web-stable }, { name: web-canary }] } }', []],
  ['traefik.io/v1alpha1', '{ weighted: { services: [{ name: web-stable }] } }', ['web-canary']],
  ['traefik.containo.us/v1alpha1', '{ mirroring: { name: web-stable } }', ['web-canary and none web-stable']],
])('a TraefikService of %s with %s', (apiVersion, spec, missing) => {
  const yaml = joinDocuments(exampleRouted('traefik: { weightedTraefikServiceName: web }'), exampleRouterObject(apiVersion, 'TraefikService', spec));
  expect(runRule(traefikServiceWeighted, yaml).map(({ message }) => message)).toEqual(
    missing.map((names) => `TraefikService web has no service ${names} in spec.weighted.services`));
});

test.each([
  ['name: web', '[{ name: web, backends: [{ serviceName: web-stable }, { serviceName: web-canary }] }]', []],
  ['name: web', '[{ name: primary, backends: [{ serviceName: web-stable }, { serviceName: web-canary }] }]', ['/name']],
  ['name: web, rules: [a, b]', '[{ name: a, backends: [{ serviceName: web-stable }, { serviceName: web-canary }] }]', ['/rules/1']],
  ['name: web, rules: [a]', '[{ name: a, backends: [{ serviceName: web-stable }] }]', ['/rules/0']],
])('rules of the ApisixRoute {%s} over %s', (route, http, places) => {
  const yaml = joinDocuments(exampleRouted(`apisix: { route: { ${route} } }`), exampleRouterObject('apisix.apache.org/v2', 'ApisixRoute', `http: ${http}`));
  expect(pointersOf(apisixRouteBackends, yaml)).toEqual(places.map((place) => `${ROUTING}/apisix/route${place}`));
});

describe('app-mesh-routes', () => {
  const group = 'virtualNodeGroup: { canaryVirtualNodeRef: { name: c }, stableVirtualNodeRef: { name: s } }';
  const target = (name: string, more = ', weight: 50') => `{ virtualNodeRef: { name: ${name} }${more} }`;
  const route = (name: string, ...targets: string[]) => `{ name: ${name}, http2Route: { action: { weightedTargets: [${targets.join(', ')}] } } }`;

  function messages(routes: string, listed = '[]'): string[] {
    return runRule(appMeshRoutes, joinDocuments(
      exampleRouted(`appMesh: { virtualService: { name: web, routes: ${listed} }, ${group} }`),
      exampleRouterObject('appmesh.k8s.aws/v1beta2', 'VirtualService', 'provider: { virtualRouter: { virtualRouterRef: { name: router } } }'),
      exampleRouterObject('appmesh.k8s.aws/v1beta2', 'VirtualRouter', `routes: ${routes}`, 'router'),
    )).map(({ message }) => message);
  }

  test.each([
    [`[${route('a', target('s'), target('c'))}]`, '[]', []],
    ['[]', '[]', ['VirtualRouter router has no routes']],
    ['[{ name: a }]', '[]', ['route a of VirtualRouter router has 0 weighted targets, and the controller wants two']],
    [`[${route('a', target('s'), target('c'))}, ${route('b', target('x'))}]`, '[a]', [
      'route b of VirtualRouter router has 1 weighted target, and the controller wants two',
    ]],
    [`[${route('a', target('s'), target('x'))}]`, '[]', ['route a of VirtualRouter router does not lead to c']],
    // A route that is not listed may lead elsewhere, as long as it has two targets.
    [`[${route('a', target('s'), target('c'))}, ${route('b', target('x'), target('y'))}]`, '[a]', []],
    [`[${route('a', target('s'), target('c', ''))}]`, '[]', ['route a of VirtualRouter router has a target without weight, and the controller fails there']],
  ])('%s with %s listed', (routes, listed, expected) => {
    expect(messages(routes, listed)).toEqual(expected);
  });

  test('a virtual service of a node has nothing to split, one that is not there is for others to say', () => {
    const rollout = exampleRouted(`appMesh: { virtualService: { name: web }, ${group} }`);
    const service = exampleRouterObject('appmesh.k8s.aws/v1beta2', 'VirtualService', 'provider: { virtualNode: { virtualNodeRef: { name: s } } }');
    expect(runRule(appMeshRoutes, joinDocuments(rollout, service)).map(({ message }) => message)).toEqual([
      'VirtualService web has no virtual router, so there are no weights to set',
    ]);
    expect(runRule(appMeshRoutes, joinDocuments(rollout, exampleServices('web')))).toEqual([]);
  });
});
