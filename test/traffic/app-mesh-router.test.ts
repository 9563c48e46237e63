import { ArgoChart } from '../../src/app/argo-chart';
import { CanaryRollout } from '../../src/rollouts/canary-rollout';
import { AppMeshServiceRef } from '../../src/traffic/app-mesh/app-mesh-service-ref';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { plainApp } from '../plain-app';
import { shopChart, specOf, webContainer } from '../shop';
import { routedRollout } from './routed-rollout';

describe('TrafficRouter.appMesh', () => {
  test('splits the one route of a VirtualRouter between two VirtualNodes', () => {
    const { manifests, canary, findings } = routedRollout(TrafficRouter.appMesh({ backends: [{ name: 'search' }] }), [{ port: 80, targetPort: 8080 }]);
    expect(specOf(manifests, 'VirtualService')).toEqual({ provider: { virtualRouter: { virtualRouterRef: { name: 'web' } } } });
    expect(specOf(manifests, 'VirtualRouter')).toEqual({
      listeners: [{ portMapping: { port: 80, protocol: 'http' } }],
      routes: [{ name: 'primary', httpRoute: { match: { prefix: '/' }, action: { weightedTargets: [
        { virtualNodeRef: { name: 'web-stable' }, weight: 100 }, { virtualNodeRef: { name: 'web-canary' }, weight: 0 },
      ] } } }],
    });
    expect(specOf(manifests, 'VirtualNode', 'web-canary')).toEqual({
      podSelector: { matchLabels: { 'app.kubernetes.io/name': 'web', 'rollouts-pod-template-hash': 'canary-hash' } },
      listeners: [{ portMapping: { port: 8080, protocol: 'http' } }],
      serviceDiscovery: { dns: { hostname: 'web-canary.shop.svc.cluster.local' } },
      backends: [{ virtualService: { virtualServiceRef: { name: 'search' } } }],
    });
    expect(canary).toMatchObject({ stableService: 'web-stable', trafficRouting: { appMesh: {
      virtualService: { name: 'web', routes: ['primary'] },
      virtualNodeGroup: { stableVirtualNodeRef: { name: 'web-stable' }, canaryVirtualNodeRef: { name: 'web-canary' } },
    } } });
    expect(findings).toEqual([]);
  });

  test('never gives two VirtualNodes one selector: App Mesh refuses it', () => {
    const { manifests } = routedRollout(TrafficRouter.appMesh());
    expect(specOf(manifests, 'VirtualNode', 'web-stable').podSelector).not.toEqual(specOf(manifests, 'VirtualNode', 'web-canary').podSelector);
  });

  test.each([['grpc', 'grpcRoute'], ['tcp', 'tcpRoute']] as const)('splits %s', (protocol, route) => {
    const { manifests } = routedRollout(TrafficRouter.appMesh({ protocol }));
    expect(specOf(manifests, 'VirtualRouter')).toMatchObject({
      listeners: [{ portMapping: { protocol } }], routes: [{ name: 'primary', [route]: { match: {}, action: { weightedTargets: [{}, {}] } } }],
    });
  });

  test('binds to objects that exist', () => {
    const virtualService = AppMeshServiceRef.fromName('edge', { stableNode: 'old', canaryNode: 'new', routes: ['all'] });
    const { manifests, canary, findings } = routedRollout(TrafficRouter.appMesh({ virtualService }));
    expect(manifests.map(({ kind }) => kind)).toEqual(['Service', 'Service', 'Rollout']);
    expect(canary).toMatchObject({ trafficRouting: { appMesh: {
      virtualService: { name: 'edge', routes: ['all'] },
      virtualNodeGroup: { stableVirtualNodeRef: { name: 'old' }, canaryVirtualNodeRef: { name: 'new' } },
    } } });
    expect(findings).toEqual([]);
  });

  test('selects the pods that a rollout takes from a Deployment', () => {
    const chart = shopChart();
    CanaryRollout.fromDeployment(chart, 'Web', { name: 'web', selector: { app: 'web', tier: 'front' }, ports: [{ port: 80 }] }, {
      trafficRouting: TrafficRouter.appMesh(), steps: [], scaleDown: 'never',
    });
    expect(specOf(chart.toJson(), 'VirtualNode', 'web-canary').podSelector)
      .toEqual({ matchLabels: { app: 'web', tier: 'front', 'rollouts-pod-template-hash': 'canary-hash' } });
  });

  test('needs a namespace for the DNS names of its nodes', () => {
    const chart = new ArgoChart(plainApp(), 'web');
    new CanaryRollout(chart, 'Web', { containers: [webContainer()], trafficRouting: TrafficRouter.appMesh(), steps: [] });
    expect(() => chart.toJson()).toThrow(/needs the full DNS name of the Service web-(stable|canary), and no namespace is known/);
  });
});
