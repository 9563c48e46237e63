import { Duration } from 'cdk8s';
import { CanaryStep } from '../../src/rollouts/canary-step';

const NO_SERVICES = { serviceName: () => ({ missing: 'there are none' }) };

function rendered(...steps: readonly CanaryStep[]): unknown[] {
  return steps.map((step) => step._toKube(NO_SERVICES));
}

describe('CanaryStep', () => {
  test('renders exactly one action', () => {
    expect(rendered(CanaryStep.setWeight(20), CanaryStep.pause('90s'), CanaryStep.pause(Duration.hours(2)), CanaryStep.pauseUntilPromoted())).toEqual([
      { setWeight: 20 }, { pause: { duration: '90s' } }, { pause: { duration: '2h' } }, { pause: {} },
    ]);
  });

  test('ramps from weight to weight', () => {
    expect(rendered(...CanaryStep.ramp([20, 50], { pause: '10m' }))).toEqual([
      { setWeight: 20 }, { pause: { duration: '10m' } }, { setWeight: 50 }, { pause: { duration: '10m' } },
    ]);
  });

  test.each([150, -1, 12.5, NaN])('refuses the weight %p', (weight) => {
    expect(() => CanaryStep.setWeight(weight)).toThrow(`setWeight is ${weight}, which is not a percentage. give a whole number from 0 to 100`);
  });

  test.each(['5 minutes', '5', '0s', '-1m', '1d', '1.5s'])('refuses the pause %p', (duration) => {
    expect(() => CanaryStep.pause(duration as '5m')).toThrow(/the duration of a pause is .*such as 90s, 5m or 1h/);
  });

  test('refuses a ramp that goes down', () => {
    expect(() => CanaryStep.ramp([20, 50, 30], { pause: '1m' })).toThrow('ramp goes from 50 to 30. order the weights from small to large');
  });
});
