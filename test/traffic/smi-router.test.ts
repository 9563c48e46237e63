import { TrafficRouter } from '../../src/traffic/traffic-router';
import { routedRollout } from './routed-rollout';

describe('TrafficRouter.smi', () => {
  test('has a root Service for clients, and leaves the TrafficSplit to the controller', () => {
    const { manifests, canary, findings } = routedRollout(TrafficRouter.smi({ trafficSplitName: 'web-split' }));
    expect(manifests.map(({ kind, metadata }) => `${kind}/${metadata.name}`).sort())
      .toEqual(['Rollout/web', 'Service/web', 'Service/web-canary', 'Service/web-stable']);
    expect(canary).toMatchObject({
      stableService: 'web-stable', canaryService: 'web-canary', trafficRouting: { smi: { rootService: 'web', trafficSplitName: 'web-split' } },
    });
    expect(findings).toEqual([]);
  });

  test('refuses a name that no TrafficSplit can have', () => {
    expect(() => routedRollout(TrafficRouter.smi({ trafficSplitName: 'Web Split' }))).toThrow(/"Web Split" \(from trafficSplitName\) is not a DNS label/);
  });
});
