import { exampleCanary, exampleVirtualService, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { destinationRuleSubsets } from '../../../../src/validation/rules/traffic/destination-rule-subsets';
import { exampleDestinationRule, exampleSubsetRoute } from '../../../../src/validation/rules/traffic/example-subsets';
import { foreignDestinations } from '../../../../src/validation/rules/traffic/foreign-destinations';
import { httpRoutesNamed } from '../../../../src/validation/rules/traffic/http-routes-named';
import { initialWeights } from '../../../../src/validation/rules/traffic/initial-weights';
import { managedRouteNames } from '../../../../src/validation/rules/traffic/managed-route-names';
import { virtualServiceDestinations } from '../../../../src/validation/rules/traffic/virtual-service-destinations';
import { virtualServiceRoutes } from '../../../../src/validation/rules/traffic/virtual-service-routes';
import { weightsAscend } from '../../../../src/validation/rules/traffic/weights-ascend';
import { weightsGiven } from '../../../../src/validation/rules/traffic/weights-given';
import { weightsSum } from '../../../../src/validation/rules/traffic/weights-sum';
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
    [', weight: 100', ', weight: 0', 0, 0, 0],
    [', weight: 100', '', 0, 0, 0],
    ['', '', 1, 0, 0],
    [', weight: 0', ', weight: 0', 1, 0, 0],
    [', weight: 50', ', weight: 50', 0, 1, 0],
    [', weight: 1', ', weight: 0', 0, 0, 1],
    [', weight: 60', ', weight: 60', 0, 0, 1],
  ])('stable%s and canary%s: %i refused, %i unlike a rollout at rest, %i of another total', (stable, canary, refused, unlike, other) => {
    expect(runRule(weightsSum, weighted(stable, canary))).toHaveLength(other);
    expect(runRule(weightsGiven, weighted(stable, canary))).toHaveLength(refused);
    expect(runRule(initialWeights, weighted(stable, canary))).toHaveLength(unlike);
  });

  test('of two sides of one name are not looked at, as nobody can tell them apart', () => {
    const yaml = weighted(', weight: 60', ', weight: 60').replace('canaryService: web-canary', 'canaryService: web-stable');
    expect(runRule(initialWeights, yaml)).toEqual([]);
    expect(runRule(weightsSum, yaml)).toEqual([]);
  });

  test('of further destinations come out of the stable side or on top', () => {
    const rule = '    destinationRule: { name: web, canarySubsetName: canary, stableSubsetName: stable, additionalSubsetNames: [beta] }';
    const split = (...weights: number[]) => routed('{ name: web }', `http: [{ route: [${['stable', 'canary', 'beta'].map((subset, index) =>
      `{ destination: { host: web, subset: ${subset} }, weight: ${weights[index]} }`).join(', ')}] }]`, rule);
    expect(runRule(weightsSum, split(95, 0, 5))).toEqual([]);
    expect(runRule(weightsSum, split(100, 0, 5))).toEqual([]);
    expect(runRule(weightsSum, split(90, 0, 5))).toHaveLength(1);
    expect(runRule(initialWeights, split(50, 50, 5))).toHaveLength(1);
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

describe('a misspelt subset', () => {
  const named = (canary: string) => `    destinationRule: { name: web, canarySubsetName: ${canary}, stableSubsetName: stable }`;
  const route = (...subsets: string[]) =>
    `http: [{ name: primary, route: [${subsets.map((subset) => `{ destination: { host: web, subset: ${subset} } }`).join(', ')}] }]`;
  const findings = (inRollout: string, inRule: string, inRoute: string) => {
    const yaml = joinDocuments(routed('{ name: web }', route('stable', inRoute), named(inRollout)), exampleDestinationRule('stable', inRule));
    return [...runRule(destinationRuleSubsets, yaml), ...runRule(virtualServiceDestinations, yaml)];
  };

  test('of the Rollout is one finding', () => {
    expect(findings('cannary', 'canary', 'canary')).toMatchObject([{
      pointer: `${ISTIO}/destinationRule/canarySubsetName`, fix: 'did you mean canary? the two names have to be equal',
    }]);
  });

  test('of the DestinationRule is one finding', () => {
    expect(findings('canary', 'cannary', 'canary')).toMatchObject([{ fix: 'did you mean cannary? the two names have to be equal' }]);
  });

  test('of the route is one finding', () => {
    expect(findings('canary', 'canary', 'cannary')).toMatchObject([{ pointer: `${ISTIO}/virtualService/name` }]);
  });

  test('of three spellings is two', () => {
    expect(findings('canary', 'cannary', 'cnary')).toHaveLength(2);
  });
});

test('weights may stay or go up', () => {
  const ascending = (...steps: string[]) => runRule(weightsAscend, exampleCanary(`steps: [${steps.map((step) => `{ ${step} }`).join(', ')}]`));
  expect(ascending('setWeight: 5', 'pause: {}', 'setWeight: 5', 'setWeight: 20')).toEqual([]);
  expect(ascending('setWeight: 5', 'setWeight: 50', 'pause: {}', 'setWeight: 20', 'setWeight: 30', 'setWeight: 10')).toMatchObject([
    { pointer: '/spec/strategy/canary/steps/3/setWeight', message: 'steps[3] lowers the weight from 50 to 20', fix: 'order the steps by weight' },
    { message: 'steps[5] lowers the weight from 30 to 10' },
  ]);
});

test('names of routes matter beside managed ones only', () => {
  const routes = `http: [{ name: a, route: ${BOTH} }, { name: a, route: ${BOTH} }, { route: ${BOTH} }]`;
  expect(runRule(httpRoutesNamed, routed('{ name: web, routes: [a] }', routes))).toEqual([]);
  expect(runRule(httpRoutesNamed, routed('{ name: web, routes: [a] }', routes, '  managedRoutes: [{ name: beta }]'))).toHaveLength(2);
});
