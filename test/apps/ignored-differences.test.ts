import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { ArgoChart } from '../../src/app/argo-chart';
import { Application, type ApplicationOptions } from '../../src/apps/application';
import { Destination } from '../../src/apps/destination';
import { Source } from '../../src/apps/source';
import type { OneSource } from '../../src/apps/source-choice';
import { Generator } from '../../src/appsets/generator';
import { MultiClusterAppSet } from '../../src/appsets/multi-cluster-app-set';
import { Repository } from '../../src/fleet/repository';
import type { JsonObject } from '../../src/manifests/json';
import { CanaryRollout } from '../../src/rollouts/canary-rollout';
import { CanaryStep } from '../../src/rollouts/canary-step';
import { GatewayRoute } from '../../src/traffic/gateway-api/gateway-route';
import { VirtualServiceRef } from '../../src/traffic/istio/virtual-service-ref';
import type { ITrafficRouter, TrafficRouterConfig, TrafficRouterTarget } from '../../src/traffic/router-binding';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { plainApp } from '../plain-app';
import { specOf, webContainer } from '../shop';

const repository = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main', root: 'dist' });
const ISTIO_WEIGHTS = ['.spec.http[]?.route[]?.weight', '.spec.tls[]?.route[]?.weight', '.spec.tcp[]?.route[]?.weight'];

function canary(chart: ArgoChart, id: string, trafficRouting: ITrafficRouter): void {
  new CanaryRollout(chart, id, { containers: [webContainer()], trafficRouting, steps: [CanaryStep.setWeight(50)] });
}

function applicationOf(chart: ArgoChart, props: Partial<ApplicationOptions> & Partial<OneSource> = {}): JsonObject {
  const argocd = new ArgoChart(chart.node.root, `argocd-${chart.node.id}`, { namespace: 'argocd' });
  new Application(argocd, chart.node.id, { source: Source.chart(chart, repository), destination: Destination.inCluster(), ...props });
  return specOf(argocd.toJson(), 'Application');
}

/** Two charts of an app: one for rollouts, one for what stands at the edge. */
function charts(): { readonly shop: ArgoChart; readonly edge: ArgoChart } {
  const app = plainApp();
  return { shop: new ArgoChart(app, 'shop', { namespace: 'shop' }), edge: new ArgoChart(app, 'edge', { namespace: 'edge' }) };
}

function virtualService(chart: ArgoChart): void {
  const route = ['stable', 'canary'].map((version, i) => ({ destination: { host: `web-${version}.shop.svc.cluster.local` }, weight: [100, 0][i] }));
  new ApiObject(chart, 'Routes', {
    apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'web' },
    spec: { hosts: ['web.example.com'], gateways: ['istio-system/public'], http: [{ name: 'primary', route }] },
  });
}

const byEdge = (): ITrafficRouter => TrafficRouter.istio({ virtualService: VirtualServiceRef.fromName('web', { namespace: 'edge', routes: ['primary'] }) });

/** A router of somebody's own, whose controller writes into an object of its own. */
class Edge implements ITrafficRouter {
  public readonly routerName = 'edge';
  public readonly abilities = {};

  public constructor(private readonly path: `.${string}` = '.spec.backends[]?.weight') {}

  public bind(scope: Construct, target: TrafficRouterTarget): TrafficRouterConfig {
    const service = target.createService('StableService', `${target.name}-stable`);
    const route = { apiVersion: 'edge.example.com/v1', kind: 'EdgeRoute', name: target.name };
    new ApiObject(scope, 'EdgeRoute', { apiVersion: route.apiVersion, kind: route.kind, metadata: { name: route.name } });
    return {
      service, stableService: service, canaryService: target.createService('CanaryService', `${target.name}-canary`),
      trafficRouting: { plugins: { 'example/edge': { route: target.name } } },
      controllerWrites: [{ ...route, jqPathExpressions: [this.path] }],
    };
  }
}

describe('what a controller writes into an object of another chart', () => {
  test('is ignored by the Application that delivers the object, and not by that of the Rollout', () => {
    const { shop, edge } = charts();
    canary(shop, 'Web', byEdge());
    virtualService(edge);
    expect(applicationOf(shop)).not.toHaveProperty('ignoreDifferences');
    expect(applicationOf(edge)).toMatchObject({
      syncPolicy: { syncOptions: ['ApplyOutOfSyncOnly=true'] },
      ignoreDifferences: [{ group: 'networking.istio.io', kind: 'VirtualService', name: 'web', namespace: 'edge', jqPathExpressions: ISTIO_WEIGHTS }],
    });
  });

  test('is ignored by nobody of this app when nobody of this app makes the object', () => {
    const { shop, edge } = charts();
    canary(shop, 'Web', byEdge());
    expect(applicationOf(shop)).not.toHaveProperty('ignoreDifferences');
    expect(applicationOf(edge)).not.toHaveProperty('ignoreDifferences');
  });

  test('may be the weights of a route of the Gateway API', () => {
    const { shop, edge } = charts();
    canary(shop, 'Web', TrafficRouter.gatewayApi({ namespace: 'edge', routes: [GatewayRoute.fromName('HTTPRoute', 'web')] }));
    const backendRefs = ['stable', 'canary'].map((version, i) => ({ name: `web-${version}`, namespace: 'shop', port: 8080, weight: [100, 0][i] }));
    new ApiObject(edge, 'Routes', {
      apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', metadata: { name: 'web' },
      spec: { parentRefs: [{ name: 'public' }], rules: [{ backendRefs }] },
    });
    expect(applicationOf(shop)).not.toHaveProperty('ignoreDifferences');
    expect(applicationOf(edge)).toMatchObject({ ignoreDifferences: [{ kind: 'HTTPRoute', name: 'web', namespace: 'edge' }] });
  });

  test('is ignored by an ApplicationSet of the chart', () => {
    const { shop, edge } = charts();
    canary(shop, 'Web', byEdge());
    virtualService(edge);
    const argocd = new ArgoChart(edge.node.root, 'argocd', { namespace: 'argocd' });
    for (const [id, source] of [['shop', Source.chart(shop, repository)], ['edge', Source.git({ repository, path: 'edge' })]] as const) {
      new MultiClusterAppSet(argocd, id, {
        generators: [Generator.clusters({ matchLabels: { env: 'production' } })],
        template: (p) => ({
          name: `${id}-${p.nameNormalized}`, source, destination: Destination.cluster(p.name),
          ignoreDifferences: [{ kind: 'Service', jsonPointers: ['/spec/clusterIP'] }],
        }),
      });
    }
    const byHand = { kind: 'Service', jsonPointers: ['/spec/clusterIP'] };
    const manifests = argocd.toJson();
    expect(specOf(manifests, 'ApplicationSet', 'shop').template).toHaveProperty('spec.ignoreDifferences', [byHand]);
    expect(specOf(manifests, 'ApplicationSet', 'edge').template).toHaveProperty('spec.ignoreDifferences', [
      expect.objectContaining({ kind: 'VirtualService', name: 'web' }), byHand,
    ]);
  });

  test('asks no Application, since they all ask', () => {
    const { shop, edge } = charts();
    canary(shop, 'Web', byEdge());
    virtualService(edge);
    const argocd = new ArgoChart(edge.node.root, 'argocd', { namespace: 'argocd' });
    for (let i = 0; i < 300; i += 1) {
      new Application(argocd, `edge-${i}`, { source: Source.chart(edge, repository), destination: Destination.cluster(`edge-${i}`) });
    }
    expect(argocd.toJson().filter(({ spec }) => (spec as JsonObject).ignoreDifferences !== undefined)).toHaveLength(300);
  });
});

describe('what a controller writes for a router that is not ours', () => {
  test('is what the router says', () => {
    const { shop } = charts();
    canary(shop, 'Web', new Edge());
    expect(applicationOf(shop)).toMatchObject({
      syncPolicy: { syncOptions: ['ApplyOutOfSyncOnly=true'] },
      ignoreDifferences: [
        { group: 'edge.example.com', kind: 'EdgeRoute', name: 'web', namespace: 'shop', jqPathExpressions: ['.spec.backends[]?.weight'] },
      ],
    });
  });

  test('is what whoever uses a plugin says, for the chart that the object is in', () => {
    const { shop, edge } = charts();
    canary(shop, 'Web', TrafficRouter.plugin('example/edge', {}, { controllerWrites: [
      { apiVersion: 'edge.example.com/v1', kind: 'EdgeRoute', name: 'web', namespace: 'edge', jqPathExpressions: ['.spec.weight'] },
    ] }));
    new ApiObject(edge, 'Route', { apiVersion: 'edge.example.com/v1beta1', kind: 'EdgeRoute', metadata: { name: 'web' } });
    expect(applicationOf(shop)).not.toHaveProperty('ignoreDifferences');
    expect(applicationOf(edge)).toMatchObject({ ignoreDifferences: [{ group: 'edge.example.com', kind: 'EdgeRoute', jqPathExpressions: ['.spec.weight'] }] });
  });

  test('stays a jq path where types were lost', () => {
    const { shop } = charts();
    expect(() => canary(shop, 'Web', new Edge('/spec/weight' as '.')))
      .toThrow('shop/Web: controllerWrites of edge gives "/spec/weight" for EdgeRoute/web, which is no jq path. give one that begins at the object');
  });
});

describe('ignoreDifferences', () => {
  test('stand beside what is found, one entry an object', () => {
    const { edge } = charts();
    canary(edge, 'Web', TrafficRouter.istio());
    expect(applicationOf(edge, { ignoreDifferences: [
      { group: 'networking.istio.io', kind: 'VirtualService', name: 'web', namespace: 'edge', jqPathExpressions: ['.spec.exportTo', ISTIO_WEIGHTS[0] as '.'] },
      { group: 'apps', kind: 'Deployment', jsonPointers: ['/spec/replicas'] },
    ] }).ignoreDifferences).toEqual([
      { group: 'networking.istio.io', kind: 'VirtualService', name: 'web', namespace: 'edge', jqPathExpressions: [...ISTIO_WEIGHTS, '.spec.exportTo'] },
      { group: 'apps', kind: 'Deployment', jsonPointers: ['/spec/replicas'] },
    ]);
  });

  test('may be of an Application of any source, and are all there is when nothing is to be found', () => {
    const { edge } = charts();
    canary(edge, 'Web', TrafficRouter.istio());
    const ignoreDifferences = [{ kind: 'Secret', name: 'tls', jsonPointers: ['/data'] }] as const;
    const byHand = { syncPolicy: { syncOptions: ['ApplyOutOfSyncOnly=true'] }, ignoreDifferences };
    expect(applicationOf(edge, { ignoreDifferences, deriveIgnoreDifferences: false })).toMatchObject(byHand);
    expect(applicationOf(charts().edge, { ignoreDifferences, source: Source.git({ repository, path: 'elsewhere' }) })).toMatchObject(byHand);
  });
});
