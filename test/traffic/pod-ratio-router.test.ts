import { CanaryRollout } from '../../src/rollouts/canary-rollout';
import { CanaryStep } from '../../src/rollouts/canary-step';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { shopChart, specOf, webContainer } from '../shop';

function rolloutWith(trafficRouting: ReturnType<typeof TrafficRouter.podRatio>) {
  const chart = shopChart();
  const web = new CanaryRollout(chart, 'Web', {
    replicas: 4, containers: [webContainer()], trafficRouting, steps: [CanaryStep.setWeight(25), CanaryStep.pause('5m')],
  });
  return { chart, web };
}

describe('TrafficRouter.podRatio', () => {
  test('has one Service, which selects the pods of both versions', () => {
    const { chart } = rolloutWith(TrafficRouter.podRatio());
    expect(chart.toJson().map(({ kind }) => kind)).toEqual(['Service', 'Rollout']);
    expect((specOf(chart.toJson(), 'Rollout').strategy as { canary: object }).canary).not.toHaveProperty('stableService');
  });

  test('has one more for each version when asked, and clients still call the one for both', () => {
    const { chart, web } = rolloutWith(TrafficRouter.podRatio({ separateServices: true }));
    expect([web.service, web.stableService, web.canaryService].map(({ name }) => name)).toEqual(['web', 'web-stable', 'web-canary']);
    expect(specOf(chart.toJson(), 'Rollout').strategy).toMatchObject({ canary: { stableService: 'web-stable', canaryService: 'web-canary' } });
    expect(chart.node.root.node.validate()).toEqual([]);
  });
});
