import { abortDelay } from '../../../../src/validation/rules/rollouts/abort-delay';
import { exampleBlueGreen, exampleCanary, exampleIstioCanary, exampleRollout } from '../../../../src/validation/rules/rollouts/example-rollout';
import { lastWeight } from '../../../../src/validation/rules/rollouts/last-weight';
import { mirrorPercentage } from '../../../../src/validation/rules/rollouts/mirror-percentage';
import { previewReplicas } from '../../../../src/validation/rules/rollouts/preview-replicas';
import { progressThreshold } from '../../../../src/validation/rules/rollouts/progress-threshold';
import { progressThresholdReachable } from '../../../../src/validation/rules/rollouts/progress-threshold-reachable';
import { rollbackWindow } from '../../../../src/validation/rules/rollouts/rollback-window';
import { routeStepEveryRouter } from '../../../../src/validation/rules/rollouts/route-step-every-router';
import { routerNamed } from '../../../../src/validation/rules/rollouts/router-named';
import { scaleDownDelay } from '../../../../src/validation/rules/rollouts/scale-down-delay';
import { stepsWithRouter } from '../../../../src/validation/rules/rollouts/steps-with-router';
import { workloadRefKind } from '../../../../src/validation/rules/rollouts/workload-ref-kind';
import { workloadRefScaleDown } from '../../../../src/validation/rules/rollouts/workload-ref-scale-down';
import { pointersOf, runRule } from './run-rule';

const CANARY = '/spec/strategy/canary';
const THRESHOLD = `${CANARY}/replicaProgressThreshold`;

test.each([
  ['Percent', 80, []], ['Pods', 200, []], ['Percent', 101, [`${THRESHOLD}/value`]], ['Percent', 0, [`${THRESHOLD}/value`]],
  ['Pods', -1, [`${THRESHOLD}/value`]], ['pods', 3, [`${THRESHOLD}/type`]],
])('a threshold of %s %i is wrong at %p', (type, value, pointers) => {
  expect(pointersOf(progressThreshold, exampleCanary(`replicaProgressThreshold: { type: ${type}, value: ${value} }`))).toEqual(pointers);
});

describe('a threshold of pods', () => {
  const steps = (value: number, list: string, more = '') =>
    exampleCanary(`replicaProgressThreshold: { type: Pods, value: ${value} }\n${more}\nsteps: [${list}]`).replace('replicas: 4', 'replicas: 10');

  test.each([
    // the first step has one pod of ten
    [1, '{ setWeight: 10 }, { setWeight: 50 }', '', 0],
    [2, '{ setWeight: 50 }, { setWeight: 10 }', '', 1],
    [2, '{ pause: {} }, { setWeight: 20 }', '', 0],
    // routed weights are rounded up
    [2, '{ setWeight: 11 }', 'trafficRouting: { smi: {} }', 0],
    [3, '{ setWeight: 11 }', 'trafficRouting: { smi: {} }', 1],
    [3, '{ setWeight: 11 }', 'trafficRouting: { smi: {} }\nminPodsPerReplicaSet: 3', 0],
    // a scale of its own stays until it is given up
    [5, '{ setCanaryScale: { replicas: 5 } }, { setWeight: 10 }', 'trafficRouting: { smi: {} }', 0],
    [5, '{ setCanaryScale: { weight: 50 } }, { setWeight: 10 }, { setCanaryScale: { matchTrafficWeight: true } }', 'trafficRouting: { smi: {} }', 1],
    [1, '{ setCanaryScale: { replicas: 0 } }', 'trafficRouting: { smi: {} }', 1],
  ])('%i with %s %s: %i findings', (value, list, more, count) => {
    expect(runRule(progressThresholdReachable, steps(value, list, more))).toHaveLength(count);
  });

  test('says at which step', () => {
    expect(runRule(progressThresholdReachable, steps(2, '{ setWeight: 50 }, { setWeight: 10 }'))).toEqual([expect.objectContaining({
      pointer: `${THRESHOLD}/value`, message: 'a threshold of 2 pods is never reached at steps[1], where the canary has 1',
    })]);
  });

  test('is not judged where an autoscaler decides how many pods there are', () => {
    const yaml = steps(2, '{ setWeight: 10 }').replace('replicas: 10', 'minReadySeconds: 5');
    expect(runRule(progressThresholdReachable, yaml)).toEqual([]);
  });
});

test.each([
  ['{ apiVersion: v1, kind: PodTemplate, name: web }', 0], ['{ apiVersion: apps/v1, kind: ReplicaSet, name: web }', 0],
  ['{ apiVersion: extensions/v1beta1, kind: Deployment, name: web }', 1], ['{ apiVersion: apps/v1, kind: DaemonSet, name: web }', 1],
  ['{ name: web }', 1],
])('workloadRef %s: %i findings', (workload, count) => {
  expect(runRule(workloadRefKind, exampleRollout({ template: '', selector: '', spec: `workloadRef: ${workload}` }))).toHaveLength(count);
});

test.each([['never', 0], ['progressively', 0], ['""', 0], ['Progressively', 1], ['always', 1]])('scaleDown %s: %i findings', (mode, count) => {
  const yaml = exampleRollout({ template: '', selector: '', spec: `workloadRef: { kind: Deployment, name: web, scaleDown: ${mode} }` });
  expect(runRule(workloadRefScaleDown, yaml)).toHaveLength(count);
});

test('managedRoutes and maxTrafficWeight are no routers', () => {
  expect(pointersOf(routerNamed, exampleCanary('trafficRouting: { maxTrafficWeight: 1000, managedRoutes: [{ name: a }] }'))).toEqual([`${CANARY}/trafficRouting`]);
  expect(runRule(routerNamed, exampleCanary('trafficRouting: { plugins: { example/own: {} } }'))).toEqual([]);
  expect(runRule(routerNamed, exampleCanary('maxSurge: 1'))).toEqual([]);
});

test.each([
  ['smi: {}\nnginx: { stableIngress: web }', 'nginx and smi leave out'],
  ['alb: { ingress: web, servicePort: 80 }', undefined],
  ['plugins: { example/own: {} }', undefined],
])('beside Istio, %s', (more, message) => {
  const yaml = exampleIstioCanary('steps: [{ setHeaderRoute: { name: beta } }]', more);
  expect(runRule(routeStepEveryRouter, yaml).map((finding) => finding.message)).toEqual(message ? [expect.stringContaining(`which ${message}`)] : []);
});

test('a router that cannot at all is left to the rule that says so', () => {
  expect(runRule(routeStepEveryRouter, exampleCanary('trafficRouting: { smi: {} }\nsteps: [{ setHeaderRoute: { name: beta } }]'))).toEqual([]);
});

test('the window is measured against the history of 10 unless set', () => {
  expect(runRule(rollbackWindow, exampleRollout({ spec: 'rollbackWindow: { revisions: 10 }' }))).toEqual([]);
  expect(pointersOf(rollbackWindow, exampleRollout({ spec: 'rollbackWindow: { revisions: 11 }' }))).toEqual(['/spec/rollbackWindow/revisions']);
});

test('steps that are left out are none', () => {
  expect(pointersOf(stepsWithRouter, exampleCanary('trafficRouting: { smi: {} }'))).toEqual([CANARY]);
  expect(runRule(stepsWithRouter, exampleCanary('steps: []'))).toEqual([]);
});

test.each([
  ['steps: [{ setWeight: 50 }]', 1], ['steps: [{ setWeight: 100 }]', 0], ['steps: [{ setWeight: 50 }, { pause: {} }]', 0],
  ['steps: [{ setWeight: 50 }]\nanalysis: { templates: [{ templateName: errors }] }', 0],
  ['steps: [{ setWeight: 100 }]\ntrafficRouting: { maxTrafficWeight: 1000, nginx: { stableIngress: web } }', 1],
])('%s: %i findings', (canary, count) => {
  expect(runRule(lastWeight, exampleCanary(canary))).toHaveLength(count);
});

test.each([[-1, 1], [0, 0], [100, 0], [101, 1]])('a mirror of %i percent: %i findings', (percentage, count) => {
  expect(runRule(mirrorPercentage, exampleIstioCanary(`steps: [{ setMirrorRoute: { name: copies, percentage: ${percentage} } }]`))).toHaveLength(count);
});

test('a delay after an abort counts with a router only', () => {
  expect(runRule(abortDelay, exampleCanary('trafficRouting: { smi: {} }\nabortScaleDownDelaySeconds: 900'))).toHaveLength(1);
  expect(runRule(abortDelay, exampleCanary('trafficRouting: { smi: {} }\nabortScaleDownDelaySeconds: 899'))).toEqual([]);
  expect(runRule(abortDelay, exampleCanary('abortScaleDownDelaySeconds: 900'))).toEqual([]);
});

test('a routed canary keeps its old pods for a while too', () => {
  expect(pointersOf(scaleDownDelay, exampleCanary('trafficRouting: { smi: {} }\nscaleDownDelaySeconds: 0'))).toEqual([`${CANARY}/scaleDownDelaySeconds`]);
  expect(runRule(scaleDownDelay, exampleBlueGreen('activeService: web'))).toEqual([]);
});

test('a preview is compared with replicas that are in Git', () => {
  const blueGreen = { strategy: 'blueGreen: { activeService: web, previewReplicaCount: 5 }' };
  expect(runRule(previewReplicas, exampleRollout({ ...blueGreen, spec: 'replicas: 5' }))).toEqual([]);
  expect(runRule(previewReplicas, exampleRollout({ ...blueGreen, spec: 'replicas: 4' }))).toHaveLength(1);
  expect(runRule(previewReplicas, exampleRollout({ ...blueGreen, spec: 'minReadySeconds: 5' }))).toEqual([]);
});
