import { exampleIngress, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { exampleAlbIngress, exampleHttpRoute, exampleRouted } from '../../../../src/validation/rules/traffic/example-routers';
import { headerRouteNeedsHttp } from '../../../../src/validation/rules/traffic/header-route-needs-http';
import { managedRouteNames } from '../../../../src/validation/rules/traffic/managed-route-names';
import { managedRoutesNamed } from '../../../../src/validation/rules/traffic/managed-routes-named';
import { oneRolloutARoute } from '../../../../src/validation/rules/traffic/one-rollout-a-route';
import { runRule } from '../rollouts/run-rule';

const messages = (rule: Parameters<typeof runRule>[0], ...documents: readonly string[]): string[] =>
  runRule(rule, joinDocuments(...documents)).map(({ message }) => message);

/** A second Rollout `api` with Services of its own. */
const api = (router: string): string =>
  exampleRouted(router).replace(/web-(stable|canary)/g, 'api-$1').replace('name: web\n', 'name: api\n').replace(/app: web/g, 'app: api');

const split = (name: string): string =>
  `{ name: ${name}, route: [{ destination: { host: ${name}-stable }, weight: 100 }, { destination: { host: ${name}-canary }, weight: 0 }] }`;

const SERVICE = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: shared }
spec: { hosts: [shop], http: [${split('web')}, ${split('api')}] }
`;

const istio = (route: string, more = ''): string => `istio: { virtualService: { name: shared, routes: [${route}] }${more} }`;

describe('two Rollouts', () => {
  test('of one VirtualService have a route each', () => {
    expect(messages(oneRolloutARoute, exampleRouted(istio('web')), api(istio('api')), SERVICE)).toEqual([]);
    expect(messages(oneRolloutARoute, exampleRouted(istio('web')), api(istio('web')), SERVICE)).toEqual([
      'http route web of VirtualService shared belongs to Rollout/web already',
    ]);
  });

  test('may stand in one route when each keeps the subsets of the other', () => {
    const kept = ', destinationRule: { name: rule, canarySubsetName: c, stableSubsetName: s, additionalSubsetNames: [other] }';
    expect(messages(oneRolloutARoute, exampleRouted(istio('web', kept)), api(istio('web', kept.replace('rule,', 'api,'))), SERVICE)).toEqual([]);
  });

  test.each([
    ['a managed route', `${istio('web')}\nmanagedRoutes: [{ name: beta }]`, `${istio('api')}\nmanagedRoutes: [{ name: beta }]`,
      ['managed route beta of VirtualService shared belongs to Rollout/web already']],
    ['managed routes of other names', `${istio('web')}\nmanagedRoutes: [{ name: beta }]`, `${istio('api')}\nmanagedRoutes: [{ name: staff }]`, []],
    ['a Mapping', 'ambassador: { mappings: [shop] }', 'ambassador: { mappings: [shop] }', ['Mapping shop belongs to Rollout/web already']],
    ['a TrafficSplit', 'smi: { trafficSplitName: shop }', 'smi: { trafficSplitName: shop }', ['TrafficSplit shop belongs to Rollout/web already']],
    ['two TrafficSplits', 'smi: {}', 'smi: {}', []],
    ['a rule of an ApisixRoute', 'apisix: { route: { name: shop, rules: [a] } }', 'apisix: { route: { name: shop, rules: [b, a] } }',
      ['http rule a of ApisixRoute shop belongs to Rollout/web already']],
    ['the header route of two ApisixRoutes', 'apisix: { route: { name: a } }\nmanagedRoutes: [{ name: beta }]', 'apisix: { route: { name: b } }\nmanagedRoutes: [{ name: beta }]',
      ['ApisixRoute beta of a managed route belongs to Rollout/web already']],
    ['an Ingress of NGINX', 'nginx: { stableIngress: web }', 'nginx: { stableIngress: web }', []],
    ['an HTTPRoute', 'plugins: { argoproj-labs/gatewayAPI: { httpRoute: web } }', 'plugins: { argoproj-labs/gatewayAPI: { httpRoute: web } }', []],
    ['an Ingress of ALB', 'alb: { ingress: web, servicePort: 80 }', 'alb: { ingress: web, servicePort: 80 }', []],
    ['a header route of ALB', 'alb: { ingress: web, servicePort: 80 }\nmanagedRoutes: [{ name: beta }]', 'alb: { ingress: web, servicePort: 80 }\nmanagedRoutes: [{ name: beta }]',
      ['managed route beta of Ingress web belongs to Rollout/web already']],
  ])('of %s', (_what, first, second, expected) => {
    expect(messages(oneRolloutARoute, exampleRouted(first), api(second), SERVICE, exampleIngress('web-stable'), exampleHttpRoute())).toEqual(expected);
  });
});

test('a managed route of ALB is no Service that the Ingress leads to', () => {
  const rollout = (name: string): string => exampleRouted(`alb: { ingress: web, servicePort: 80 }\nmanagedRoutes: [{ name: ${name} }]`);
  expect(messages(managedRouteNames, rollout('web-stable'), exampleAlbIngress('web-stable'))).toEqual([
    'managedRoutes lists web-stable, a Service that Ingress web has a path to',
  ]);
  expect(messages(managedRouteNames, rollout('beta'), exampleAlbIngress('web-stable'))).toEqual([]);
});

test.each([
  ['[{ name: "" }]', ['managedRoutes[0] has an empty name, so the controller deletes routes without a name']],
  ['[{ name: a }, { name: b }, { name: a }]', ['managedRoutes lists a twice']],
  ['[{ name: a }]', []],
  ['[{}]', []],
])('managed routes %s', (routes, expected) => {
  expect(messages(managedRoutesNamed, exampleRouted(`${istio('web')}\nmanagedRoutes: ${routes}`))).toEqual(expected);
});

test('a VirtualService without http routes has none when no step makes one either', () => {
  const tcp = SERVICE.replace(/http:.*/, `tcp: [${split('web').replace('name: web, ', '')}] }`);
  const router = 'istio: { virtualService: { name: shared } }\nmanagedRoutes: [{ name: beta }]';
  expect(messages(headerRouteNeedsHttp, exampleRouted(router), tcp)).toEqual([]);
  expect(messages(headerRouteNeedsHttp, exampleRouted(router, '- setMirrorRoute: { name: beta }'), tcp)).toEqual([
    'VirtualService shared has no http routes, and a step makes one',
  ]);
});
