import { antiAffinity } from '../../../../src/validation/rules/rollouts/anti-affinity';
import { barePercentage } from '../../../../src/validation/rules/rollouts/bare-percentage';
import { canaryServicesSet } from '../../../../src/validation/rules/rollouts/canary-services-set';
import { exampleBlueGreen, exampleCanary, exampleRollout } from '../../../../src/validation/rules/rollouts/example-rollout';
import { maxTrafficWeight } from '../../../../src/validation/rules/rollouts/max-traffic-weight';
import { needsTrafficRouting } from '../../../../src/validation/rules/rollouts/needs-traffic-routing';
import { noNegativeNumbers } from '../../../../src/validation/rules/rollouts/no-negative-numbers';
import { oneStrategy } from '../../../../src/validation/rules/rollouts/one-strategy';
import { pingPong } from '../../../../src/validation/rules/rollouts/ping-pong';
import { progressDeadline } from '../../../../src/validation/rules/rollouts/progress-deadline';
import { promotionContradiction } from '../../../../src/validation/rules/rollouts/promotion-contradiction';
import { scaleDownHistory } from '../../../../src/validation/rules/rollouts/scale-down-history';
import { servicesDiffer } from '../../../../src/validation/rules/rollouts/services-differ';
import { surgeOrUnavailable } from '../../../../src/validation/rules/rollouts/surge-or-unavailable';
import { surgeSyntax } from '../../../../src/validation/rules/rollouts/surge-syntax';
import { weightsWithoutRouter } from '../../../../src/validation/rules/rollouts/weights-without-router';
import { pointersOf, runRule } from './run-rule';

const CANARY = '/spec/strategy/canary';

test('a null strategy is none, and an empty one is one', () => {
  expect(pointersOf(oneStrategy, exampleRollout({ strategy: 'canary: null' }))).toEqual(['/spec/strategy']);
  expect(pointersOf(oneStrategy, exampleRollout({ strategy: '' }))).toEqual(['/spec']);
  expect(pointersOf(oneStrategy, exampleRollout({ strategy: 'canary: {}' }))).toEqual([]);
});

test('numbers are checked wherever a count stands', () => {
  expect(pointersOf(noNegativeNumbers, exampleRollout({
    spec: 'replicas: -1\nrevisionHistoryLimit: -1', strategy: 'blueGreen: { activeService: web, previewReplicaCount: -1, autoPromotionSeconds: 0 }',
  }))).toEqual(['/spec/replicas', '/spec/revisionHistoryLimit', '/spec/strategy/blueGreen/previewReplicaCount']);
});

test.each([
  ['minReadySeconds: 600', ['/spec/minReadySeconds']],
  ['minReadySeconds: 599', []],
  ['minReadySeconds: 30\nprogressDeadlineSeconds: 30', ['/spec/progressDeadlineSeconds']],
  ['progressDeadlineSeconds: 0', ['/spec/progressDeadlineSeconds']],
  // reported as negative, once
  ['progressDeadlineSeconds: -1', []],
])('%s: deadline wrong at %p', (spec, pointers) => {
  expect(pointersOf(progressDeadline, exampleRollout({ spec }))).toEqual(pointers);
});

test.each([
  [exampleBlueGreen('activeService: ""'), ['/spec/strategy/blueGreen/activeService']],
  [exampleBlueGreen('activeService: web\npreviewService: ""'), []],
  [exampleCanary('stableService: web\ncanaryService: web'), [`${CANARY}/canaryService`]],
  [exampleCanary('stableService: ""\ncanaryService: ""'), []],
])('services differ (%#)', (yaml, pointers) => {
  expect(pointersOf(servicesDiffer, yaml)).toEqual(pointers);
});

test('the history is 10 unless set, for a canary too', () => {
  expect(pointersOf(scaleDownHistory, exampleCanary('scaleDownDelayRevisionLimit: 11'))).toEqual([`${CANARY}/scaleDownDelayRevisionLimit`]);
  expect(runRule(scaleDownHistory, exampleCanary('scaleDownDelayRevisionLimit: 10'))).toEqual([]);
});

test.each([
  ['0', '0', 1], ['0%', '0', 1], ['"0"', '0%', 1], ['nothing', '0', 1],
  ['0', '1', 0], ['1%', '0', 0], ['"1"', '0', 0],
])('maxSurge %s and maxUnavailable %s: %i findings', (surge, unavailable, count) => {
  expect(runRule(surgeOrUnavailable, exampleCanary(`maxSurge: ${surge}\nmaxUnavailable: ${unavailable}`))).toHaveLength(count);
});

test('one of them may be 0, as the other is 25% unless set', () => {
  expect(runRule(surgeOrUnavailable, exampleCanary('maxSurge: 0'))).toEqual([]);
});

test.each([
  ['25%', 0, 0], ['3', 0, 0], ['"3"', 0, 1], ['3 pods', 1, 0], ['-1', 1, 0], ['2.5%', 1, 0],
])('maxSurge %s: %i syntax errors, %i bare percentages', (surge, errors, bare) => {
  expect(runRule(surgeSyntax, exampleCanary(`maxSurge: ${surge}`))).toHaveLength(errors);
  expect(runRule(barePercentage, exampleCanary(`maxSurge: ${surge}`))).toHaveLength(bare);
});

describe('routers', () => {
  test.each([
    ['smi: {}', 2], ['ambassador: { mappings: [web] }', 2], ['alb: { servicePort: 80 }', 2], ['istio: { virtualService: { name: web } }', 2],
    ['plugins: { argoproj-labs/gatewayAPI: {} }', 2],
    ['plugins: { example/own: {} }', 0],
    ['istio: { destinationRule: { name: web } }', 0],
    // each router counts for itself
    ['istio: { destinationRule: { name: web } }, nginx: { stableIngress: web }', 2],
    ['', 0],
  ])('{ %s } misses %i services', (routing, count) => {
    expect(runRule(canaryServicesSet, exampleCanary(`trafficRouting: { ${routing} }`))).toHaveLength(count);
  });

  test('ping and pong stand in for the services of ALB and Istio, not of others', () => {
    const pair = 'pingPong: { pingService: a, pongService: b }';
    expect(runRule(canaryServicesSet, exampleCanary(`${pair}\ntrafficRouting: { alb: {}, istio: {} }`))).toEqual([]);
    expect(runRule(canaryServicesSet, exampleCanary(`${pair}\ntrafficRouting: { smi: {} }`))).toHaveLength(2);
  });

  test.each([
    ['{ pingService: a, pongService: b }', '{ nginx: {} }', [`${CANARY}/pingPong`]],
    ['{ pingService: a, pongService: b }', '{ alb: {} }', [`${CANARY}/trafficRouting/alb`]],
    ['{ pingService: a, pongService: b }', '{ alb: { rootService: root } }', []],
    ['{ pingService: "", pongService: b }', '{ istio: {} }', [`${CANARY}/pingPong/pingService`]],
  ])('pingPong %s with %s is wrong at %p', (services, routing, pointers) => {
    expect(pointersOf(pingPong, exampleCanary(`pingPong: ${services}\ntrafficRouting: ${routing}`))).toEqual(pointers);
  });

  test('an empty trafficRouting counts as one', () => {
    const fields = 'scaleDownDelaySeconds: 30\ndynamicStableScale: true\nsteps:\n  - experiment: { templates: [{ name: a, specRef: canary, weight: 5 }] }';
    expect(pointersOf(needsTrafficRouting, exampleCanary(fields))).toEqual([
      `${CANARY}/scaleDownDelaySeconds`, `${CANARY}/dynamicStableScale`, `${CANARY}/steps/0/experiment/templates/0/weight`,
    ]);
    expect(runRule(needsTrafficRouting, exampleCanary(`trafficRouting: {}\n${fields}`))).toEqual([]);
  });

  test('a total weight is positive', () => {
    expect(runRule(maxTrafficWeight, exampleCanary('trafficRouting: { maxTrafficWeight: 0, nginx: {} }'))).toHaveLength(1);
  });
});

test.each([
  ['autoPromotionEnabled: false\nautoPromotionSeconds: 30', 1],
  ['autoPromotionEnabled: false\nautoPromotionSeconds: 0', 0],
  ['autoPromotionEnabled: true\nautoPromotionSeconds: 30', 0],
  ['autoPromotionEnabled: false', 0],
])('%s: %i contradictions', (fields, count) => {
  expect(runRule(promotionContradiction, exampleBlueGreen(`activeService: web\n${fields}`))).toHaveLength(count);
});

test.each([
  ['{}', 1], ['{ requiredDuringSchedulingIgnoredDuringExecution: {} }', 0],
  ['{ requiredDuringSchedulingIgnoredDuringExecution: {}, preferredDuringSchedulingIgnoredDuringExecution: { weight: 1 } }', 1],
  ['{ preferredDuringSchedulingIgnoredDuringExecution: { weight: 101 } }', 1],
])('antiAffinity %s: %i findings', (affinity, count) => {
  expect(runRule(antiAffinity, exampleCanary(`antiAffinity: ${affinity}`))).toHaveLength(count);
  expect(runRule(antiAffinity, exampleBlueGreen(`activeService: web\nantiAffinity: ${affinity}`))).toHaveLength(count);
});

describe('weights without a router', () => {
  const stepped = (spec: string, ...weights: number[]) =>
    exampleRollout({ spec, strategy: `canary:\n  steps:\n${weights.map((weight) => `    - setWeight: ${weight}\n`).join('')}` });

  test('says what the pods come to', () => {
    expect(runRule(weightsWithoutRouter, stepped('replicas: 10', 5, 20, 33))).toEqual([expect.objectContaining({
      pointer: `${CANARY}/steps/0/setWeight`, received: '5 is 1 of 11 pods (9.1%), 33 is 3 of 10 pods (30%)',
    })]);
  });

  test('takes the least number of pods that an autoscaler keeps', () => {
    const autoscaler = (name: string) => `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  minReplicas: 10
  maxReplicas: 20
  scaleTargetRef: { apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: ${name} }
`;
    expect(runRule(weightsWithoutRouter, stepped('minReadySeconds: 5', 10, 50) + autoscaler('web'))).toEqual([]);
    expect(runRule(weightsWithoutRouter, stepped('minReadySeconds: 5', 10, 50) + autoscaler('api'))).toHaveLength(1);
  });

  test('has nothing to say with a router or without pods', () => {
    expect(runRule(weightsWithoutRouter, stepped('replicas: 0', 5))).toEqual([]);
    expect(runRule(weightsWithoutRouter, exampleCanary('trafficRouting: { smi: {} }\nsteps: [{ setWeight: 5 }]'))).toEqual([]);
  });
});
