import { exampleCanary, exampleVirtualService, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { destinationRuleSubsets } from '../../../../src/validation/rules/traffic/destination-rule-subsets';
import { exampleDestinationRule, exampleSubsetRoute } from '../../../../src/validation/rules/traffic/example-subsets';
import { foreignDestinations } from '../../../../src/validation/rules/traffic/foreign-destinations';
import { httpRoutesNamed } from '../../../../src/validation/rules/traffic/http-routes-named';
import { initialWeights } from '../../../../src/validation/rules/traffic/initial-weights';
import { managedRouteNames } from '../../../../src/validation/rules/traffic/managed-route-names';
import { virtualServiceDestinations } from '../../../../src/validation/rules/traffic/virtual-service-destinations';
import { virtualServiceRoutes } from '../../../../src/validation/rules/traffic/virtual-service-routes';
import { weightsGiven } from '../../../../src/validation/rules/traffic/weights-given';
import { pointersOf, runRule } from '../rollouts/run-rule';

const ISTIO = '/spec/strategy/canary/trafficRouting/istio';
const BOTH = '[{ destination: { host: web-stable }, weight: 100 }, { destination: { host: web-canary }, weight: 0 }]';

/** A Rollout with this VirtualService setting and this spec of the VirtualService. */
function routed(config: string, routes: string, more = ''): string {
  return joinDocuments(exampleCanary(`
stableService: web-stable
canaryService: web-canary
trafficRouting:
  istio:
    virtualService: ${config}
${more}
`), exampleVirtualService(routes));
}

describe('routes', () => {
  test.each([
    ['{ name: web, routes: [a] }', `http: [{ name: a, route: ${BOTH} }]`, []],
    ['{ name: web, routes: [b] }', `http: [{ name: a, route: ${BOTH} }]`, ['/routes/0']],
    ['{ name: web, routes: [a, b] }', `http: [{ name: a, route: ${BOTH} }]`, ['/routes/1']],
    ['{ name: web }', `http: [{ route: ${BOTH} }]`, []],
    ['{ name: web }', `http: [{ name: a, route: ${BOTH} }, { route: ${BOTH} }]`, ['/name']],
    ['{ name: web }', '', ['/name']],
    ['{ name: web, tlsRoutes: [{ port: 443, sniHosts: [a.b, c.d] }] }', `tls: [{ match: [{ port: 443, sniHosts: [c.d, a.b] }], route: ${BOTH} }]`, []],
    ['{ name: web, tlsRoutes: [{ port: 443, sniHosts: [a.b] }] }', `tls: [{ match: [{ port: 443, sniHosts: [a.b, c.d] }], route: ${BOTH} }]`, ['/tlsRoutes/0']],
    ['{ name: web, tlsRoutes: [{ port: 443 }] }', `tls: [{ match: [{ port: 443, sniHosts: [a.b] }], route: ${BOTH} }]`, ['/tlsRoutes/0']],
    // matches of two ports never match one
    ['{ name: web, tcpRoutes: [{ port: 80 }] }', `tcp: [{ match: [{ port: 80 }, { port: 81 }], route: ${BOTH} }]`, ['/tcpRoutes/0']],
    ['{ name: web, tcpRoutes: [{ port: 80 }] }', `tcp: [{ match: [{ port: 80 }], route: ${BOTH} }]`, []],
    ['{ name: web }', `tcp: [{ route: ${BOTH} }, { match: [{ port: 80 }], route: ${BOTH} }]`, ['/name']],
    // a section that the rollout does not mention counts too
    ['{ name: web, routes: [a] }', `http: [{ name: a, route: ${BOTH} }]\ntls: [{ route: ${BOTH} }, { route: ${BOTH} }]`, ['/name']],
  ])('%s of %s are wrong at %j', (config, routes, places) => {
    expect(pointersOf(virtualServiceRoutes, routed(config, routes))).toEqual(places.map((place) => `${ISTIO}/virtualService${place}`));
  });

  test('that are managed do not count', () => {
    const yaml = routed('{ name: web }', `http: [{ name: beta, route: ${BOTH} }, { name: a, route: ${BOTH} }]`, '  managedRoutes: [{ name: beta }]');
    expect(runRule(virtualServiceRoutes, yaml)).toEqual([]);
    expect(pointersOf(managedRouteNames, yaml)).toEqual(['/spec/strategy/canary/trafficRouting/managedRoutes/0/name']);
  });

  test('of a VirtualService that is not there are for others to say', () => {
    expect(runRule(virtualServiceRoutes, routed('{ name: other, routes: [x] }', `http: [{ route: ${BOTH} }]`))).toEqual([]);
  });

  test('are looked up in the namespace behind the first dot', () => {
    const yaml = routed('{ name: web.mesh.svc, routes: [x] }', `http: [{ name: a, route: ${BOTH} }]`).replace('kind: VirtualService\nmetadata:', 'kind: VirtualService\nmetadata:\n  namespace: mesh');
    expect(pointersOf(virtualServiceRoutes, yaml)).toEqual([`${ISTIO}/virtualService/routes/0`]);
  });

  test('of several VirtualServices are checked one by one', () => {
    const yaml = routed('null', `http: [{ name: a, route: ${BOTH} }]`).replace('virtualService: null', 'virtualServices: [{ name: web, routes: [a] }, { name: web, routes: [x] }]');
    expect(pointersOf(virtualServiceRoutes, yaml)).toEqual([`${ISTIO}/virtualServices/1/routes/0`]);
  });
});

describe('destinations', () => {
  const leadsTo = (...hosts: string[]) => `http: [{ route: [${hosts.map((host) => `{ destination: { host: ${host} }, weight: 1 }`).join(', ')}] }]`;

  test.each([
    [['web-stable', 'web-canary'], 0],
    [['web-stable.shop.svc.cluster.local', 'web-canary.shop'], 0],
    [['web-stable', 'web-canary2'], 1],
    [['web-stable', 'web'], 1],
    [['web', 'api'], 2],
    [[], 2],
  ])('hosts %j: %i findings', (hosts, count) => {
    expect(runRule(virtualServiceDestinations, routed('{ name: web }', leadsTo(...hosts)))).toHaveLength(count);
  });

  test('are subsets with a DestinationRule, even if services are named', () => {
    const rule = '    destinationRule: { name: web, canarySubsetName: canary, stableSubsetName: stable }';
    const yaml = routed('{ name: web }', `http: [{ route: ${BOTH} }]`, rule);
    expect(runRule(virtualServiceDestinations, yaml)).toEqual([
      expect.objectContaining({ expected: 'subset canary' }), expect.objectContaining({ expected: 'subset stable' }),
    ]);
    expect(runRule(virtualServiceDestinations, joinDocuments(yaml.split('---')[0] ?? '', exampleSubsetRoute()))).toEqual([]);
  });

  test('are ping and pong without services', () => {
    const yaml = routed('{ name: web }', leadsTo('ping', 'pong')).replace('stableService: web-stable', 'pingPong: { pingService: ping, pongService: pong }').replace('canaryService: web-canary\n', '\n');
    expect(runRule(virtualServiceDestinations, yaml)).toEqual([]);
    // and change roles, so no weights in Git are right for both
    expect(runRule(initialWeights, yaml)).toEqual([]);
  });

  test.each([
    ['tls: [{ match: [{ sniHosts: [a] }], route: [{ destination: { host: web } }] }]', 'tls route 0'],
    ['tcp: [{ route: [{ destination: { host: web } }] }]', 'tcp route 0'],
  ])('of %s are checked', (routes, label) => {
    expect(runRule(virtualServiceDestinations, routed('{ name: web }', routes)).map((finding) => finding.message)).toEqual([
      expect.stringContaining(label), expect.stringContaining(label),
    ]);
  });

  test('with traffic are removed unless they are additional subsets', () => {
    const split = '{ destination: { host: web, subset: stable }, weight: 95 }, { destination: { host: web, subset: canary }, weight: 0 }';
    const rule = '    destinationRule: { name: web, canarySubsetName: canary, stableSubsetName: stable, additionalSubsetNames: [beta] }';
    const third = (subset: string, weight: number) =>
      routed('{ name: web }', `http: [{ route: [${split}, { destination: { host: web, subset: ${subset} }, weight: ${weight} }] }]`, rule);
    expect(runRule(foreignDestinations, third('legacy', 5))).toEqual([expect.objectContaining({ received: 'web subset legacy' })]);
    expect(runRule(foreignDestinations, third('beta', 5))).toEqual([]);
    expect(runRule(foreignDestinations, third('legacy', 0))).toEqual([]);
  });
});

describe('weights', () => {
  const weighted = (stable: string, canary: string) =>
    routed('{ name: web }', `http: [{ route: [{ destination: { host: web-stable }${stable} }, { destination: { host: web-canary }${canary} }] }]`);

  test.each([
    [', weight: 100', ', weight: 0', 0, 0],
    [', weight: 100', '', 0, 0],
    ['', '', 1, 0],
    [', weight: 0', ', weight: 0', 1, 0],
    [', weight: 50', ', weight: 50', 0, 1],
    [', weight: 1', ', weight: 0', 0, 1],
  ])('stable%s and canary%s: %i refused, %i unlike a rollout at rest', (stable, canary, refused, unlike) => {
    expect(runRule(weightsGiven, weighted(stable, canary))).toHaveLength(refused);
    expect(runRule(initialWeights, weighted(stable, canary))).toHaveLength(unlike);
  });

  test('one destination needs none', () => {
    expect(runRule(weightsGiven, exampleVirtualService('http: [{ route: [{ destination: { host: web } }] }, { redirect: { uri: / } }]'))).toEqual([]);
  });
});

test.each([
  ['stable', 'canary', ['stable', 'canary'], []],
  ['stable', 'canary', ['stable'], ['/canarySubsetName']],
  ['stable', 'canary', ['a'], ['/canarySubsetName', '/stableSubsetName', '/name']],
  ['stable', 'stable', ['stable'], ['/canarySubsetName']],
])('stable %s and canary %s of subsets %j are wrong at %j', (stable, canary, subsets, places) => {
  const rule = `    destinationRule: { name: web, canarySubsetName: ${canary}, stableSubsetName: ${stable} }`;
  const yaml = joinDocuments(routed('{ name: web }', '', rule), exampleDestinationRule(...subsets));
  expect(pointersOf(destinationRuleSubsets, yaml)).toEqual(places.map((place) => `${ISTIO}/destinationRule${place}`));
});

test('names of routes matter beside managed ones only', () => {
  const routes = `http: [{ name: a, route: ${BOTH} }, { name: a, route: ${BOTH} }, { route: ${BOTH} }]`;
  expect(runRule(httpRoutesNamed, routed('{ name: web, routes: [a] }', routes))).toEqual([]);
  expect(runRule(httpRoutesNamed, routed('{ name: web, routes: [a] }', routes, '  managedRoutes: [{ name: beta }]'))).toHaveLength(2);
});
