import { CanaryStep } from '../../src/rollouts/canary-step';
import { ApisixRouteRef } from '../../src/traffic/apisix/apisix-route-ref';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { specOf } from '../shop';
import { routedRollout } from './routed-rollout';

function headerRoute(route: string): readonly CanaryStep[] {
  return [CanaryStep.setCanaryScale({ replicas: 1 }), CanaryStep.setHeaderRoute({ route, match: [{ header: 'x-tester', prefix: 'team-' }] })];
}

describe('TrafficRouter.apisix', () => {
  test('splits every rule of an ApisixRoute', () => {
    const { manifests, canary, findings } = routedRollout(TrafficRouter.apisix({
      ingressClassName: 'apisix',
      rules: [{ name: 'shop', hosts: ['web.example.com'], paths: ['/shop/*'], priority: 5, plugins: [{ name: 'gzip' }] }, { name: 'rest' }],
    }));
    const backends = [{ serviceName: 'web-stable', servicePort: 8080, weight: 100 }, { serviceName: 'web-canary', servicePort: 8080, weight: 0 }];
    expect(specOf(manifests, 'ApisixRoute')).toEqual({
      ingressClassName: 'apisix',
      http: [
        {
          name: 'shop', priority: 5, match: { hosts: ['web.example.com'], paths: ['/shop/*'] }, backends,
          plugins: [{ name: 'gzip', enable: true }],
        },
        { name: 'rest', match: { paths: ['/*'] }, backends },
      ],
    });
    expect(canary).toMatchObject({ trafficRouting: { apisix: { route: { name: 'web', rules: ['shop', 'rest'] } } } });
    expect(findings).toEqual([]);
  });

  test('binds to an ApisixRoute that exists, and knows patterns of headers', () => {
    const router = TrafficRouter.apisix({ route: ApisixRouteRef.fromName('edge', { rules: ['web'] }) });
    const { manifests, canary, findings } = routedRollout(router, undefined, headerRoute('testers'));
    expect(manifests.map(({ kind }) => kind)).toEqual(['Service', 'Service', 'Rollout']);
    expect(canary).toMatchObject({ trafficRouting: { managedRoutes: [{ name: 'testers' }], apisix: { route: { name: 'edge', rules: ['web'] } } } });
    expect(findings).toEqual([]);
  });

  test('refuses a header route of the name of the ApisixRoute', () => {
    const router = TrafficRouter.apisix({ rules: [{ name: 'all' }] });
    expect(() => routedRollout(router, undefined, headerRoute('web'))).toThrow(/a step sets the route web, and the ApisixRoute of the rollout has this name/);
  });

  test('refuses rules that cannot be told apart, and paths that are none', () => {
    expect(() => TrafficRouter.apisix({ rules: [{ name: 'all' }, { name: 'all' }] })).toThrow('two rules are named "all"');
    expect(() => TrafficRouter.apisix({ rules: [{ name: '' }] })).toThrow('a rule has an empty name');
    expect(() => TrafficRouter.apisix({ rules: [{ name: 'all', paths: ['shop'] }] })).toThrow('the path "shop" of rule all does not begin with a slash');
  });
});
