import { canaryScaleSaid } from '../../../../src/validation/rules/rollouts/canary-scale-said';
import { exampleIstioCanary, exampleIstioCompanions, exampleCanary, joinDocuments } from '../../../../src/validation/rules/rollouts/example-rollout';
import { mixedStep } from '../../../../src/validation/rules/rollouts/mixed-step';
import { oneActionAStep } from '../../../../src/validation/rules/rollouts/one-action-a-step';
import { pauseDuration } from '../../../../src/validation/rules/rollouts/pause-duration';
import { pauseOfNothing } from '../../../../src/validation/rules/rollouts/pause-of-nothing';
import { weightInRange } from '../../../../src/validation/rules/rollouts/weight-in-range';
import { pointersOf, runRule } from './run-rule';

const STEPS = '/spec/strategy/canary/steps';
const pausing = (duration: string) => exampleCanary(`steps:\n  - pause:\n      duration: ${duration}`);

describe('pause duration', () => {
  test.each(['30', '"30"', '5m', '1h30m', '0', '"0"', '500ms', '"+5"'])('%s is read', (duration) => {
    expect(runRule(pauseDuration, pausing(duration))).toEqual([]);
  });

  test.each([
    ['5 minutes', 'write 5m'], ['1d', 'write 24h'], ['PT5M', 'write 5m'], ['5M', 'write 5m'],
    ['-5', 'write seconds'], ['"-5"', 'write seconds'], ['-5m', 'write seconds'], ['soon', 'write seconds'],
  ])('%s is not, and the cure is said', (duration, fix) => {
    expect(runRule(pauseDuration, pausing(duration))).toEqual([
      expect.objectContaining({ pointer: `${STEPS}/0/pause/duration`, fix: expect.stringContaining(fix) }),
    ]);
  });

  test('a pause without a duration waits for a person', () => {
    expect(runRule(pauseDuration, exampleCanary('steps:\n  - pause: {}'))).toEqual([]);
    expect(runRule(pauseOfNothing, exampleCanary('steps:\n  - pause: {}'))).toEqual([]);
  });

  test.each(['0', '"0"', '0s', '999ms'])('%s passes at once', (duration) => {
    expect(pointersOf(pauseOfNothing, pausing(duration))).toEqual([`${STEPS}/0/pause/duration`]);
  });
});

describe('a canary scale', () => {
  const scaled = (scale: string) => exampleIstioCanary(`steps:\n  - setCanaryScale: ${scale}`);

  test.each(['{}', '{ matchTrafficWeight: false }', '{ replicas: null }'])('%s says no size', (scale) => {
    expect(pointersOf(canaryScaleSaid, scaled(scale))).toEqual([`${STEPS}/0/setCanaryScale`]);
  });

  test.each(['{ replicas: 0 }', '{ weight: 0 }', '{ matchTrafficWeight: true }', 'null'])('%s says one, or is none', (scale) => {
    expect(runRule(canaryScaleSaid, scaled(scale))).toEqual([]);
  });
});

describe('one action a step', () => {
  test('null is no action, an empty object is one', () => {
    expect(pointersOf(oneActionAStep, exampleCanary('steps:\n  - pause: null\n  - pause: {}'))).toEqual([`${STEPS}/0`]);
    expect(runRule(oneActionAStep, exampleCanary('steps:\n  - setWeight: 10\n    pause: null'))).toEqual([]);
  });

  test('an unknown key leaves a step without action', () => {
    expect(runRule(oneActionAStep, exampleCanary('steps:\n  - weight: 10'))).toEqual([expect.objectContaining({ received: 'weight' })]);
  });

  test('a weight of 0 is an action', () => {
    expect(pointersOf(oneActionAStep, exampleCanary('steps:\n  - setWeight: 0\n    pause: {}'))).toEqual([`${STEPS}/0`]);
  });

  test('combinations with the other actions are taken, with a warning of their own', () => {
    const yaml = joinDocuments(exampleIstioCanary('steps:\n  - setCanaryScale:\n      replicas: 1\n    setWeight: 5'), exampleIstioCompanions());
    expect(runRule(oneActionAStep, yaml)).toEqual([]);
    expect(runRule(mixedStep, yaml)).toEqual([expect.objectContaining({ message: expect.stringContaining('over as soon as setCanaryScale is') })]);
  });
});

describe('weight in range', () => {
  test.each([-1, 101])('%i is refused', (weight) => {
    expect(pointersOf(weightInRange, exampleCanary(`steps:\n  - setWeight: ${weight}`))).toEqual([`${STEPS}/0/setWeight`]);
  });

  test.each([0, 100])('%i is a weight', (weight) => {
    expect(runRule(weightInRange, exampleCanary(`steps:\n  - setWeight: ${weight}`))).toEqual([]);
  });

  test('the router may count higher', () => {
    const routed = (weight: number) => exampleCanary(`
stableService: web-stable
canaryService: web-canary
trafficRouting:
  maxTrafficWeight: 1000
  nginx:
    stableIngress: web
steps:
  - setWeight: ${weight}
`);
    expect(runRule(weightInRange, routed(1000))).toEqual([]);
    expect(runRule(weightInRange, routed(1001))).toEqual([expect.objectContaining({ expected: '0 to 1000' })]);
  });
});
