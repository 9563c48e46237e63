import { load } from 'js-yaml';
import type { Manifest } from '../../../../src/manifests/manifest';
import { ManifestSet } from '../../../../src/manifests/manifest-set';
import { exampleIngress, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { albActionMade } from '../../../../src/validation/rules/traffic/alb-action-made';
import { destinationNamespace } from '../../../../src/validation/rules/traffic/destination-namespace';
import { destinationOnce } from '../../../../src/validation/rules/traffic/destination-once';
import { exampleAlbIngress, exampleRouted, exampleRouterObject } from '../../../../src/validation/rules/traffic/example-routers';
import { ingressValues } from '../../../../src/validation/rules/traffic/ingress-values';
import { findingsOf } from '../findings-of';
import { runRule } from '../rollouts/run-rule';

const messages = (rule: Parameters<typeof runRule>[0], ...documents: readonly string[]): string[] =>
  runRule(rule, joinDocuments(...documents)).map(({ message }) => message);

const ISTIO = exampleRouted('istio: { virtualService: { name: web } }');
const route = (...hosts: readonly string[]): string => exampleRouterObject('networking.istio.io/v1', 'VirtualService',
  `{ hosts: [web], http: [{ route: [${hosts.map((host) => `{ destination: { host: ${host} } }`).join(', ')}] }] }`);

describe('a version among the destinations', () => {
  test.each([
    [['web-stable', 'web-canary'], []],
    [['web-stable', 'web-canary', 'web-canary.shop.svc.cluster.local'], ['http route 0 of VirtualService web leads to host web-canary twice']],
    [['web-stable', 'web-stable', 'web-stable', 'web-canary'], ['http route 0 of VirtualService web leads to host web-stable 3 times']],
  ])('of %j', (hosts, expected) => {
    expect(messages(destinationOnce, ISTIO, route(...hosts))).toEqual(expected);
  });

  test.each([
    ['traefik: { weightedTraefikServiceName: web }', 'traefik.io/v1alpha1', 'TraefikService',
      '{ weighted: { services: [{ name: web-stable }, { name: web-stable }, { name: web-canary }, { name: docs }, { name: docs }] } }',
      'TraefikService web leads to web-stable twice'],
    ['apisix: { route: { name: web, rules: [a] } }', 'apisix.apache.org/v2', 'ApisixRoute',
      `{ http: [{ name: a, backends: [{ serviceName: web-canary }, { serviceName: web-canary }] }, { name: b, backends: [{ serviceName: web-canary }, { serviceName: web-canary }] }] }`,
      'http rule a of ApisixRoute web leads to web-canary twice'],
  ])('of %s', (router, apiVersion, kind, spec, expected) => {
    expect(messages(destinationOnce, exampleRouted(router), exampleRouterObject(apiVersion, kind, spec))).toEqual([expected]);
  });
});

describe('the host of a destination', () => {
  const found = (host: string, ...more: readonly string[]): string[] =>
    findingsOf(destinationNamespace, joinDocuments(ISTIO, route('web-stable', host), ...more)).map(({ message }) => message);

  test.each([
    ['web-canary', []],
    ['web-canary.shop.svc', []],
    ['web-canary.shop.svc.cluster.local', []],
    ['web-canary.example.com', []],
    ['other.namespace', []],
    ['web-canary.other', ['no Service to Istio']],
    ['web-canary.other.svc.cluster.local', ['a Service of namespace other']],
  ])('%s', (host, expected) => {
    expect(found(host)).toEqual(expected.map((what) => `http route 0 of VirtualService web leads to ${host}, ${what}`));
  });

  test('may be that of a ServiceEntry', () => {
    expect(found('web-canary.other', exampleRouterObject('networking.istio.io/v1', 'ServiceEntry', '{ hosts: [web-canary.other] }'))).toEqual([]);
  });
});

describe('a path by annotation', () => {
  const ALB = exampleRouted('alb: { ingress: web, servicePort: 80, rootService: web-root }\nmanagedRoutes: [{ name: beta }]');
  test.each([['web-root', 0], ['beta', 0], ['web-stable', 1]])('to %s', (service, count) => {
    expect(messages(albActionMade, ALB, exampleAlbIngress(service))).toHaveLength(count);
  });

  test('may have its annotation in Git, and one of another prefix', () => {
    const ingress = exampleAlbIngress('redirect').replace('  name: web\n', '  name: web\n  annotations: { example.com/actions.redirect: "{}" }\n');
    expect(messages(albActionMade, ingress)).toEqual([]);
    expect(messages(albActionMade, exampleIngress('redirect'))).toEqual([]);
  });

  test('is as good by a Rollout of another chart', () => {
    const set = new ManifestSet();
    const destination = { cluster: '' };
    set.add({ id: 'edge', namespace: 'shop', destination }, load(exampleAlbIngress('web-root')) as Manifest);
    set.add({ id: 'web', namespace: 'shop', destination }, load(ALB.split('---')[0] ?? '') as Manifest);
    expect(findingsOf(albActionMade, set)).toEqual([]);
  });
});

test.each([
  ['host: "*.example.com"', []],
  ['host: "{{host}}"', []],
  ['host: 10.0.0.1', ['host 10.0.0.1 is an IP address']],
  ['host: web.example.com:8080', ['host web.example.com:8080 is no DNS name']],
  ['host: https://web.example.com', ['host https://web.example.com is no DNS name']],
  ['http: { paths: [{ path: docs, pathType: Prefix }] }', ['path docs does not begin with a slash']],
  ['http: { paths: [{ path: docs, pathType: ImplementationSpecific }] }', ['path docs does not begin with a slash']],
  ['http: { paths: [{ pathType: ImplementationSpecific }] }', []],
  ['http: { paths: [{ pathType: Exact }] }', ['a path of type Exact is empty']],
  ['http: { paths: [{ path: /a//b, pathType: Exact }, { path: /a//b, pathType: ImplementationSpecific }] }', ['path /a//b has // in it']],
  ['http: { paths: [{ path: /, backend: { service: { name: web, port: { name: http, number: 80 } } } }] }', ['this backend has the name of a port and a number']],
  ['http: { paths: [{ path: /, backend: { service: { name: web } } }, { path: /b, backend: { resource: {} } }] }', ['this backend has no port']],
])('a rule of an Ingress with %s', (rule, expected) => {
  expect(messages(ingressValues, exampleRouterObject('networking.k8s.io/v1', 'Ingress', `{ rules: [{ ${rule} }] }`))).toEqual(expected);
});

test.each([
  ['{}', 1],
  ['{ rules: [] }', 1],
  ['{ ingressClassName: nginx, rules: null }', 1],
  ['{ defaultBackend: { service: { name: web, port: { number: 80 } } } }', 0],
  ['{ rules: [{ host: web.example.com }] }', 0],
])('an Ingress with %s leads nowhere: %p', (spec, count) => {
  expect(messages(ingressValues, exampleRouterObject('networking.k8s.io/v1', 'Ingress', spec))).toHaveLength(count);
});
