import { canaryScale } from '../../../../src/validation/rules/rollouts/canary-scale';
import { exampleCanary } from '../../../../src/validation/rules/rollouts/example-rollout';
import { experimentWeight } from '../../../../src/validation/rules/rollouts/experiment-weight';
import { managedRoutesListed } from '../../../../src/validation/rules/rollouts/managed-routes-listed';
import { routeMatchValues } from '../../../../src/validation/rules/rollouts/route-match-values';
import { routeStepRouter } from '../../../../src/validation/rules/rollouts/route-step-router';
import { pointersOf, runRule } from './run-rule';

const STEP = '/spec/strategy/canary/steps/0';
const routed = (router: string, step: string, managed = '[{ name: beta }]') =>
  exampleCanary(`trafficRouting: { ${router}, managedRoutes: ${managed} }\nsteps:\n  - ${step}`);

test.each([
  ['istio: {}', 0, 0], ['alb: {}', 0, 1], ['apisix: {}', 0, 1], ['plugins: { a/b: {} }', 0, 1],
  ['nginx: {}', 1, 1], ['smi: {}', 1, 1], ['traefik: {}', 1, 1], ['ambassador: {}', 1, 1], ['appMesh: {}', 1, 1],
])('%s: %i findings for a header route, %i for a mirror route', (router, header, mirror) => {
  expect(runRule(routeStepRouter, routed(router, 'setHeaderRoute: { name: beta }'))).toHaveLength(header);
  expect(runRule(routeStepRouter, routed(router, 'setMirrorRoute: { name: beta }'))).toHaveLength(mirror);
});

test('no router has no routes', () => {
  expect(runRule(routeStepRouter, exampleCanary('steps:\n  - setHeaderRoute: { name: beta }'))).toEqual([
    expect.objectContaining({ received: 'no trafficRouting' }),
  ]);
});

describe('match values', () => {
  const header = (router: string, value: string) => routed(router, `setHeaderRoute: { name: beta, match: [{ headerName: x, headerValue: ${value} }] }`);

  test.each([
    ['{ exact: a }', 0, 0], ['{ prefix: a }', 0, 1], ['{ regex: a }', 0, 1], ['{}', 1, 1], ['{ exact: "" }', 1, 1], ['{ exact: a, prefix: a }', 1, 1],
  ])('header value %s: %i findings with Istio, %i with ALB', (value, istio, alb) => {
    expect(runRule(routeMatchValues, header('istio: {}', value))).toHaveLength(istio);
    expect(runRule(routeMatchValues, header('alb: {}', value))).toHaveLength(alb);
  });

  test.each([
    ['{ method: { exact: GET }, path: { prefix: / } }', []],
    ['{ method: {}, path: { prefix: /, regex: / } }', ['method', 'path']],
    ['{ headers: { x-a: { exact: a, prefix: a }, x-b: { exact: b } } }', ['headers/x-a']],
    ['{}', []],
  ])('mirror match %s is wrong at %p', (match, places) => {
    const yaml = routed('istio: {}', `setMirrorRoute: { name: beta, match: [${match}] }`);
    expect(pointersOf(routeMatchValues, yaml)).toEqual(places.map((place) => `${STEP}/setMirrorRoute/match/0/${place}`));
  });

  test('a route without match is removed, which needs no value', () => {
    expect(runRule(routeMatchValues, routed('istio: {}', 'setHeaderRoute: { name: beta }'))).toEqual([]);
  });
});

test.each([
  ['setHeaderRoute: { name: beta }', '[{ name: beta }]', []],
  ['setHeaderRoute: { name: alpha }', '[{ name: beta }]', [`${STEP}/setHeaderRoute/name`]],
  ['setMirrorRoute: { name: alpha }', 'null', [`${STEP}/setMirrorRoute/name`]],
  ['setHeaderRoute: {}', '[{ name: beta }]', [`${STEP}/setHeaderRoute`]],
])('%s with managedRoutes %s is wrong at %p', (step, managed, pointers) => {
  expect(pointersOf(managedRoutesListed, routed('istio: {}', step, managed))).toEqual(pointers);
});

test.each([
  ['istio: {}', 0], ['smi: {}', 0], ['alb: {}', 0], ['plugins: {}', 0],
  ['nginx: {}', 1], ['traefik: {}', 1], ['apisix: {}', 1], ['appMesh: {}', 1], ['ambassador: {}', 1],
  // one router that can is enough
  ['nginx: {}, smi: {}', 0],
])('{ %s }: %i findings for a weighted experiment', (router, count) => {
  const yaml = routed(router, 'experiment: { templates: [{ name: a, specRef: canary, weight: 5 }, { name: b, specRef: stable }] }');
  expect(runRule(experimentWeight, yaml)).toHaveLength(count);
});

test.each([
  ['{ replicas: 0 }', []], ['{ weight: 100 }', []], ['{ matchTrafficWeight: true }', []], ['{}', []],
  ['{ matchTrafficWeight: false, replicas: 3 }', []],
  ['{ replicas: -1 }', ['/replicas']], ['{ weight: 101 }', ['/weight']], ['{ weight: -1 }', ['/weight']],
  ['{ replicas: 1, weight: 10 }', ['']], ['{ matchTrafficWeight: true, weight: 10 }', ['']],
])('setCanaryScale %s is wrong at %p', (scale, places) => {
  const yaml = routed('istio: {}', `setCanaryScale: ${scale}`);
  expect(pointersOf(canaryScale, yaml)).toEqual(places.map((place) => `${STEP}/setCanaryScale${place}`));
});
