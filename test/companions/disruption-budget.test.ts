import * as kplus from 'cdk8s-plus-27';
import { DisruptionBudget } from '../../src/companions/disruption-budget';
import { CanaryRollout } from '../../src/rollouts/canary-rollout';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { shopChart, specOf, webContainer } from '../shop';

function rolloutIn(chart: ReturnType<typeof shopChart>, replicas?: number): CanaryRollout {
  return new CanaryRollout(chart, 'Web', { replicas, containers: [webContainer()], trafficRouting: TrafficRouter.podRatio(), steps: [] });
}

describe('DisruptionBudget', () => {
  test('selects the pods of the rollout, of both versions', () => {
    const chart = shopChart();
    new DisruptionBudget(chart, 'Budget', { rollout: rolloutIn(chart, 4), maxUnavailable: '25%' });
    expect(specOf(chart.toJson(), 'PodDisruptionBudget', 'budget')).toEqual({
      maxUnavailable: '25%', unhealthyPodEvictionPolicy: 'AlwaysAllow', selector: { matchLabels: { 'app.kubernetes.io/name': 'web' } },
    });
  });

  test.each([
    [{ maxUnavailable: 0 }, /maxUnavailable 0 lets no pod be evicted/],
    [{ maxUnavailable: '0%' }, /maxUnavailable 0% lets no pod be evicted/],
    [{ minAvailable: '100%' }, /minAvailable 100% lets no pod be evicted/],
    [{ minAvailable: 1.5 }, /minAvailable is 1.5. give a whole number/],
    [{ minAvailable: '101%' }, /minAvailable is "101%"/],
  ] as const)('refuses %j', (allowance, message) => {
    const chart = shopChart();
    expect(() => new DisruptionBudget(chart, 'Budget', { rollout: rolloutIn(chart, 4), ...allowance })).toThrow(message);
  });

  test.each([
    [4, 4, /minAvailable 4 of 4 replicas lets no pod be evicted.* ask for at most 3/],
    // 90 % of 4 are 3.6, and Kubernetes rounds up.
    [4, '90%', /minAvailable 90% of 4 replicas/],
    [undefined, 1, /minAvailable 1 of 1 replica lets no pod.* run at least 2 replicas/],
  ] as const)('of %p replicas refuses to keep %p', (replicas, minAvailable, message) => {
    const chart = shopChart();
    new DisruptionBudget(chart, 'Budget', { rollout: rolloutIn(chart, replicas), minAvailable });
    expect(() => chart.toJson()).toThrow(message);
  });

  test('leaves it to an autoscaler how many pods there are', () => {
    const chart = shopChart();
    const web = rolloutIn(chart);
    new DisruptionBudget(chart, 'Budget', { rollout: web, minAvailable: 2 });
    new kplus.HorizontalPodAutoscaler(chart, 'Autoscaler', { target: web, minReplicas: 3, maxReplicas: 9 });
    expect(specOf(chart.toJson(), 'PodDisruptionBudget')).toMatchObject({ minAvailable: 2 });
  });
});
