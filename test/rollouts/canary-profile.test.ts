import { AnalysisCheck } from '../../src/analysis/analysis-check';
import { Condition } from '../../src/analysis/condition';
import { Metric } from '../../src/analysis/metric';
import { promql } from '../../src/analysis/promql';
import { CanaryProfile } from '../../src/rollouts/canary-profile';
import { CanaryStep } from '../../src/rollouts/canary-step';
import { shopChart } from '../shop';

const NO_SERVICES = { serviceName: () => ({ missing: 'there are none' }) };

function actions(profile: CanaryProfile): unknown[] {
  return profile.steps().map((step) => step._toKube(NO_SERVICES));
}

describe('CanaryProfile', () => {
  test('weights, each with its pause', () => {
    expect(actions(CanaryProfile.FAST)).toEqual([
      { setWeight: 20 }, { pause: { duration: '2m' } }, { setWeight: 60 }, { pause: { duration: '2m' } },
    ]);
  });

  test('a person promotes after the first weight, or after the last', () => {
    const first = CanaryProfile.of('nightly', { weights: [10, 50], pause: ['1m', '2m'], promotedByHand: 'afterFirst' });
    expect(actions(first)).toEqual([
      { setWeight: 10 }, { pause: { duration: '1m' } }, { pause: {} }, { setWeight: 50 }, { pause: { duration: '2m' } },
    ]);
    const last = first.with('nightly-last', { promotedByHand: 'afterLast' });
    expect(last.name).toBe('nightly-last');
    expect(actions(last)).toEqual([
      { setWeight: 10 }, { pause: { duration: '1m' } }, { setWeight: 50 }, { pause: { duration: '2m' } }, { pause: {} },
    ]);
  });

  test('the cautious one asks a person once, after its first weight', () => {
    expect(actions(CanaryProfile.CAUTIOUS).filter((step) => JSON.stringify(step) === '{"pause":{}}')).toHaveLength(1);
    expect(actions(CanaryProfile.STANDARD)).toHaveLength(8);
  });

  test('warms up first, and checks where it is told to', () => {
    const warm = CanaryProfile.of('warm', { weights: [10, 50], pause: '1m', warmUp: [CanaryStep.setCanaryScale({ weight: 50 })], checked: 'afterLast' });
    const chart = shopChart();
    const check = new AnalysisCheck(chart, 'Up', { metrics: () => [Metric.prometheus('up', {
      address: 'http://prometheus.monitoring:9090', query: promql`up`, success: Condition.atLeast(1),
    })] });
    expect(warm.steps(check.withArgs()).map((step) => Object.keys(step._toKube(NO_SERVICES))[0])).toEqual([
      'setCanaryScale', 'setWeight', 'pause', 'setWeight', 'pause', 'analysis',
    ]);
    expect(warm.steps()[0]!.needs).toEqual(['canaryScale']);
  });

  test('weights out of order, and pauses that do not fit, are refused', () => {
    expect(() => CanaryProfile.of('down', { weights: [50, 20], pause: '1m' })).toThrow('the profile down goes from 50 to 20. order the weights from small to large');
    expect(() => CanaryProfile.of('two', { weights: [50], pause: ['1m', '2m'] })).toThrow('the profile two has 1 weights and 2 pauses');
  });
});
