import { gatewayAlphaRoutes } from '../../../../src/validation/rules/gateway-api/alpha-routes';
import { gatewayDefaultsWritten } from '../../../../src/validation/rules/gateway-api/defaults-written';
import { gatewayExperimentRoute } from '../../../../src/validation/rules/gateway-api/experiment-route';
import { gatewayHeaderRoutesMade } from '../../../../src/validation/rules/gateway-api/header-routes-made';
import { gatewayPluginConfig } from '../../../../src/validation/rules/gateway-api/plugin-config';
import { gatewayPluginName } from '../../../../src/validation/rules/gateway-api/plugin-name';
import { gatewayTotalWeight } from '../../../../src/validation/rules/gateway-api/total-weight';
import { exampleHttpRoute, exampleRouted } from '../../../../src/validation/rules/traffic/example-routers';
import { pointersOf, runRule } from '../rollouts/run-rule';

const PLUGINS = '/spec/strategy/canary/trafficRouting/plugins';
const PLUGIN = `${PLUGINS}/argoproj-labs~1gatewayAPI`;
const plugged = (config: string, steps?: string) => exampleRouted(`plugins: { argoproj-labs/gatewayAPI: ${config} }`, steps);

describe('plugin-config', () => {
  test.each([
    ['{ httpRoute: web }', []],
    ['{ httpRoutes: [{ name: web, useHeaderRoutes: true }], namespace: edge, disableInProgressLabel: true, inProgressLabelKey: a, inProgressLabelValue: b }', []],
    ['{ tlsRouteSelector: { matchLabels: { app: web } } }', []],
    // Go does not look at capitals.
    ['{ httproute: web, httpRoute: web }', []],
    ['{ httpRoutes: [] }', ['']],
    ['{}', ['']],
    ['web', ['']],
    ['{ route: web }', ['/route']],
    ['{ httpRoute: [web] }', ['/httpRoute']],
    ['{ httpRoutes: [web] }', ['/httpRoutes']],
    ['{ httpRoutes: web }', ['/httpRoutes']],
    ['{ httpRoutes: [{ route: web }] }', ['/httpRoutes/0/route']],
    ['{ httpRoutes: [{ useHeaderRoutes: true }] }', ['/httpRoutes/0']],
    ['{ httpRoutes: [{ name: web, useHeaderRoutes: "true" }] }', ['/httpRoutes/0/useHeaderRoutes']],
    ['{ httpRoute: web, disableInProgressLabel: "yes" }', ['/disableInProgressLabel']],
  ])('%s is wrong at %j', (config, places) => {
    expect(pointersOf(gatewayPluginConfig, plugged(config))).toEqual(places.map((place) => PLUGIN + place));
  });

  test('says which setting may be meant', () => {
    expect(runRule(gatewayPluginConfig, plugged('{ httpRoute: web, inProgressLabel: x }'))).toMatchObject([{
      message: 'argoproj-labs/gatewayAPI has no setting inProgressLabel', fix: 'did you mean inProgressLabelKey?',
    }]);
  });

  test('other plugins have other settings', () => {
    expect(runRule(gatewayPluginConfig, exampleRouted('plugins: { example/glooplatform: { route: web } }'))).toEqual([]);
  });
});

test.each([
  ['argoproj-labs/gatewayAPI', 0], ['argoproj-labs/gatewayapi', 1], ['argo-labs/gatewayAPI', 0], ['gatewayAPI', 1], ['example/contour', 0],
])('the name %s', (name, count) => {
  expect(runRule(gatewayPluginName, exampleRouted(`plugins: { ${name}: {} }`))).toHaveLength(count);
});

describe('header-routes-made', () => {
  const step = (match: string) => `- setHeaderRoute: { name: beta, match: ${match} }`;
  const MATCH = '[{ headerName: x, headerValue: { exact: y } }]';

  test.each([
    ['{ httpRoute: web }', MATCH, []],
    ['{ grpcRoute: web }', MATCH, []],
    ['{ tcpRoute: web }', MATCH, ['']],
    ['{ httpRouteSelector: { matchLabels: { app: web } } }', MATCH, ['']],
    // A step without match removes the route.
    ['{ httpRoutes: [{ name: web }] }', '[]', []],
  ])('%s with match %s', (config, match, places) => {
    expect(pointersOf(gatewayHeaderRoutesMade, plugged(config, step(match)))).toEqual(places.map((place) => PLUGIN + place));
  });

  test('another router may make them', () => {
    const yaml = exampleRouted('plugins: { argoproj-labs/gatewayAPI: { tcpRoute: web } }\nistio: { virtualService: { name: web } }', step(MATCH));
    expect(runRule(gatewayHeaderRoutesMade, yaml)).toEqual([]);
  });
});

test.each([
  ['{ grpcRoute: web }', 'weight: 5', 1], ['{ grpcRoute: web }', 'replicas: 1', 0], ['{ httpRoutes: [{ name: web }] }', 'weight: 5', 0],
])('an experiment through %s with %s', (config, field, count) => {
  expect(runRule(gatewayExperimentRoute, plugged(config, `- experiment: { templates: [{ name: a, ${field} }] }`))).toHaveLength(count);
});

test('a total weight is about this plugin only', () => {
  expect(runRule(gatewayTotalWeight, exampleRouted('maxTrafficWeight: 1000\nplugins: { example/contour: {} }'))).toEqual([]);
  expect(pointersOf(gatewayTotalWeight, exampleRouted('maxTrafficWeight: 1000\nplugins: { argoproj-labs/gatewayAPI: { httpRoute: web } }'))).toEqual([
    '/spec/strategy/canary/trafficRouting/maxTrafficWeight',
  ]);
});

test('TCP and TLS are alpha', () => {
  expect(pointersOf(gatewayAlphaRoutes, plugged('{ httpRoute: a, tcpRoutes: [{ name: b }], tlsRoute: c }'))).toEqual([
    `${PLUGIN}/tcpRoutes/0/name`, `${PLUGIN}/tlsRoute`,
  ]);
});

test('defaults that are left out are said once a route', () => {
  const bare = exampleHttpRoute().replace(/ {10}kind: Service\n/g, '');
  expect(runRule(gatewayDefaultsWritten, bare)).toMatchObject([{
    pointer: '/spec/rules/0/backendRefs/0', message: 'spec.rules[0].backendRefs[0] has no kind, and 1 more reference lacks some',
  }]);
});
