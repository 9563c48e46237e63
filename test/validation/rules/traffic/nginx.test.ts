import { exampleIngress, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { apisixRouteBackends } from '../../../../src/validation/rules/traffic/apisix-route-backends';
import { appMeshRoutes } from '../../../../src/validation/rules/traffic/app-mesh-routes';
import { exampleRouted, exampleRouterObject } from '../../../../src/validation/rules/traffic/example-routers';
import { ingressPastRouter } from '../../../../src/validation/rules/traffic/ingress-past-router';
import { ingressPathOnce } from '../../../../src/validation/rules/traffic/ingress-path-once';
import { nginxAnnotationKeys } from '../../../../src/validation/rules/traffic/nginx-annotation-keys';
import { runRule } from '../rollouts/run-rule';

const messages = (rule: Parameters<typeof runRule>[0], ...documents: readonly string[]): string[] =>
  runRule(rule, joinDocuments(...documents)).map(({ message }) => message);

test.each([
  ['additionalIngressAnnotations: { canary-by-header: x }', []],
  ['additionalIngressAnnotations: { nginx.ingress.kubernetes.io/canary-by-cookie: x }', []],
  ['additionalIngressAnnotations: { proxy-body-size: 1m }, canaryIngressAnnotations: { example.com/team: shop, team: shop }', []],
  ['annotationPrefix: custom.example.com, canaryIngressAnnotations: { custom.example.com/canary-by-header: x }', []],
  ['annotationPrefix: nginx.ingress.kubernetes.io/', ['annotationPrefix nginx.ingress.kubernetes.io/ is no prefix of annotations']],
  ['additionalIngressAnnotations: { example.com/a: x }', ['nginx.ingress.kubernetes.io/example.com/a is no key of an annotation']],
  ['canaryIngressAnnotations: { "a b": x }', ['a b is no key of an annotation']],
  ['canaryIngressAnnotations: { canary-by-cookie: x }', ['canary-by-cookie means nothing to NGINX without its prefix']],
  ['additionalIngressAnnotations: { canary-by-headers: x }', ['NGINX knows no annotation canary-by-headers']],
])('nginx: { %s }', (fields, expected) => {
  expect(messages(nginxAnnotationKeys, exampleRouted(`nginx: { stableIngress: web, ${fields} }`))).toEqual(expected);
});

describe('one path in two Ingresses', () => {
  const other = (from: string, to: string): string => exampleIngress('docs').replace('name: web\n', 'name: docs\n').replace(from, to);

  test.each([
    ['path: /', 'path: /', 1],
    ['name: docs\n', 'name: docs\n  annotations: { nginx.ingress.kubernetes.io/canary: "true" }\n', 0],
    ['pathType: Prefix', 'pathType: Exact', 0],
    ['web.example.com', 'docs.example.com', 0],
    ['ClassName: nginx', 'ClassName: nginx-internal', 0],
  ])('with %j as %j: %i findings', (from, to, count) => {
    expect(messages(ingressPathOnce, exampleIngress('web'), other(from, to))).toHaveLength(count);
  });

  test('of controllers with a load balancer for each is fine', () => {
    const alb = (yaml: string): string => yaml.replace('ClassName: nginx', 'ClassName: alb');
    expect(messages(ingressPathOnce, alb(exampleIngress('web')), alb(other('', '')))).toEqual([]);
  });
});

test('an IngressRoute to the stable Service goes past the router, one to the TraefikService does not', () => {
  const rollout = exampleRouted('traefik: { weightedTraefikServiceName: web }');
  const route = (service: string): string => exampleRouterObject('traefik.io/v1alpha1', 'IngressRoute', `{ routes: [{ services: [${service}] }] }`);
  expect(messages(ingressPastRouter, rollout, route('{ name: web-stable, port: 80 }'))).toEqual(['web-stable is reached past the weights of Rollout/web']);
  expect(messages(ingressPastRouter, rollout, route('{ name: web, kind: TraefikService }'))).toEqual([]);
});

test('an ApisixRoute that the rollout names is its router', () => {
  const route = (name: string): string => exampleRouterObject('apisix.apache.org/v2', 'ApisixRoute', '{ http: [{ backends: [{ serviceName: web-stable }] }] }', name);
  const rollout = exampleRouted('apisix: { route: { name: web } }');
  expect(messages(ingressPastRouter, rollout, route('web'))).toEqual([]);
  expect(messages(ingressPastRouter, rollout, route('other'))).toHaveLength(1);
});

test('an empty list of rules of an ApisixRoute sets no weight', () => {
  expect(messages(apisixRouteBackends, exampleRouted('apisix: { route: { name: web, rules: [] } }'))).toEqual([
    'rules is an empty list, so no weight is set anywhere',
  ]);
});

describe('app mesh', () => {
  const mesh = (routes: string, canary: string): string => exampleRouted(`appMesh: { virtualService: { name: web, routes: ${routes} }, `
    + `virtualNodeGroup: { canaryVirtualNodeRef: { name: ${canary} }, stableVirtualNodeRef: { name: web-stable } } }`);
  const objects = joinDocuments(
    exampleRouterObject('appmesh.k8s.aws/v1beta2', 'VirtualService', '{ provider: { virtualRouter: { virtualRouterRef: { name: web } } } }'),
    exampleRouterObject('appmesh.k8s.aws/v1beta2', 'VirtualRouter', '{ routes: [{ name: main, httpRoute: { action: { weightedTargets: ['
      + '{ virtualNodeRef: { name: web-stable }, weight: 100 }, { virtualNodeRef: { name: web-canary }, weight: 0 }] } } }] }'),
  );

  test.each([
    ['[main]', 'web-canary', []],
    ['[main, other]', 'web-canary', ['VirtualRouter web has no route other, so nothing is split there']],
    ['[main]', 'web-stable', ['web-stable is the canary node and the stable one']],
  ])('routes %s and canary node %s', (routes, canary, expected) => {
    expect(messages(appMeshRoutes, mesh(routes, canary), objects)).toEqual(expected);
  });
});
