import { CanaryRollout } from '../../src/rollouts/canary-rollout';
import type { ITrafficRouter } from '../../src/traffic/router-binding';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { shopChart, specOf, webContainer } from '../shop';

function manifestsWith(trafficRouting: ITrafficRouter, ports?: { port: number }[]) {
  const chart = shopChart();
  new CanaryRollout(chart, 'Web', { containers: [webContainer()], ports, trafficRouting, steps: [] });
  return chart.toJson();
}

describe('TrafficRouter.istio', () => {
  test('splits between two Services, from 100 to 0', () => {
    const manifests = manifestsWith(TrafficRouter.istio({ hosts: ['web.example.com'], gateways: ['istio-system/public', 'mesh'] }));
    expect(specOf(manifests, 'VirtualService')).toEqual({
      hosts: ['web.example.com'],
      gateways: ['istio-system/public', 'mesh'],
      http: [{ name: 'primary', route: [
        { destination: { host: 'web-stable' }, weight: 100 },
        { destination: { host: 'web-canary' }, weight: 0 },
      ] }],
    });
  });

  test('splits one Service by the subsets of a DestinationRule', () => {
    const manifests = manifestsWith(TrafficRouter.istio({ splitBy: 'subset' }));
    expect(manifests.map((m) => m.kind)).toEqual(['Service', 'DestinationRule', 'Rollout', 'VirtualService']);
    expect(specOf(manifests, 'DestinationRule')).toEqual({ host: 'web', subsets: [{ name: 'stable' }, { name: 'canary' }] });
    expect(specOf(manifests, 'VirtualService')).toMatchObject({
      hosts: ['web'],
      http: [{ route: [{ destination: { host: 'web', subset: 'stable' }, weight: 100 }, { destination: { host: 'web', subset: 'canary' }, weight: 0 }] }],
    });
    const canary = (specOf(manifests, 'Rollout').strategy as { canary: object }).canary;
    expect(canary).not.toHaveProperty('stableService');
    expect(canary).toMatchObject({
      trafficRouting: { istio: {
        virtualService: { name: 'web', routes: ['primary'] },
        destinationRule: { name: 'web', stableSubsetName: 'stable', canarySubsetName: 'canary' },
      } },
    });
  });

  test('names the port when the Service has several', () => {
    const manifests = manifestsWith(TrafficRouter.istio({ port: 80 }), [{ port: 80, name: 'http' }, { port: 9090, name: 'metrics' }] as never);
    expect(specOf(manifests, 'VirtualService')).toMatchObject({ http: [{ route: [{ destination: { port: { number: 80 } } }, { destination: { port: { number: 80 } } }] }] });
  });

  test('refuses to guess a port, and one that is not there', () => {
    const two = [{ port: 80, name: 'http' }, { port: 9090, name: 'metrics' }];
    expect(() => manifestsWith(TrafficRouter.istio(), two)).toThrow(/has the ports 80, 9090, and the router needs to know which one .* TrafficRouter.istio\(\{ port: 80, ... \}\)/);
    expect(() => manifestsWith(TrafficRouter.istio({ port: 81 }), two)).toThrow(/the port is 81, but the Service web-stable has 80, 9090/);
  });
});

describe('TrafficRouter.podRatio', () => {
  test('has one Service for all pods, and gives the controller none', () => {
    const manifests = manifestsWith(TrafficRouter.podRatio());
    expect(manifests.map((m) => `${m.kind}/${m.metadata.name}`)).toEqual(['Service/web', 'Rollout/web']);
    expect(specOf(manifests, 'Rollout').strategy).toEqual({ canary: {} });
  });

  test('has no stable or canary Service to hand out', () => {
    const web = new CanaryRollout(shopChart(), 'Web', { containers: [webContainer()], trafficRouting: TrafficRouter.podRatio(), steps: [] });
    expect(web.service.name).toBe('web');
    expect(() => web.canaryService).toThrow(/there is no canary Service: one Service selects all pods/);
    expect(() => web.stableService).toThrow(/there is no stable Service/);
  });
});

test('a router of the user\'s own is bound like the others', () => {
  const manifests = manifestsWith({
    routerName: 'own',
    abilities: {},
    bind: (_scope, target) => {
      const service = target.createService('Own', `${target.name}-own`);
      return { service, stableService: service, trafficRouting: { plugins: { 'example.com/own': { service: service.name } } } };
    },
  });
  expect(specOf(manifests, 'Rollout')).toMatchObject({
    strategy: { canary: { stableService: 'web-own', trafficRouting: { plugins: { 'example.com/own': { service: 'web-own' } } } } },
  });
});
