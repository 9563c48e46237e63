import { CanaryStep } from '../../src/rollouts/canary-step';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { routedRollout } from './routed-rollout';

const TESTERS = [CanaryStep.setCanaryScale({ replicas: 1 }), CanaryStep.setHeaderRoute({ route: 'testers', match: [{ header: 'x-tester', exact: 'yes' }] })];

describe('TrafficRouter.plugin', () => {
  test('hands over its configuration and both Services', () => {
    const { manifests, canary, findings } = routedRollout(
      TrafficRouter.plugin('example/edge', { zone: 'eu' }, { maxTrafficWeight: 1000 }), undefined, [CanaryStep.setWeight(500), CanaryStep.pause('5m')],
    );
    expect(manifests.map(({ kind }) => kind)).toEqual(['Service', 'Service', 'Rollout']);
    expect(canary).toMatchObject({
      stableService: 'web-stable', canaryService: 'web-canary',
      trafficRouting: { plugins: { 'example/edge': { zone: 'eu' } }, maxTrafficWeight: 1000 },
    });
    expect(findings).toEqual([]);
  });

  test('does what its author says it can', () => {
    const config = { zone: 'eu' };
    expect(routedRollout(TrafficRouter.plugin('example/edge', config, { abilities: { headerRoutes: true } }), undefined, TESTERS).canary)
      .toMatchObject({ trafficRouting: { managedRoutes: [{ name: 'testers' }] } });
    expect(() => routedRollout(TrafficRouter.plugin('example/edge', config), undefined, TESTERS)).toThrow(/route by a header, and example\/edge cannot/);
  });

  test('keeps the configuration as it was given', () => {
    const config = { zones: ['eu'] };
    const router = TrafficRouter.plugin('example/edge', config);
    config.zones.push('us');
    expect(routedRollout(router).canary).toMatchObject({ trafficRouting: { plugins: { 'example/edge': { zones: ['eu'] } } } });
  });

  test('refuses a name without a namespace, and a weight that is none', () => {
    expect(() => TrafficRouter.plugin('edge' as 'a/b', {})).toThrow('the router plugin is named "edge". plugins are named namespace/name');
    expect(() => TrafficRouter.plugin('example/edge', {}, { maxTrafficWeight: 0 })).toThrow('maxTrafficWeight is 0. give a whole number above 0');
  });
});
