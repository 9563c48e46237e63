import { ApiObject } from 'cdk8s';
import {
  type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, type ITrafficRouter, type TrafficRouterConfig, type TrafficRouterTarget,
} from 'cdk8s-argo';
import type { Construct } from 'constructs';
import { webContainer } from './web-container';

/** A router of one's own: the edge proxy of this company, with the plugin that moves weights in its routes. */
export function ownExamples(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'own', { namespace: 'own' });
  new CanaryRollout(chart, 'Storefront', {
    replicas: 6,
    containers: [webContainer('registry.example.com/shop/storefront:4.2.0')],
    trafficRouting: new EdgeRouter('shop.example.com'),
    // It knows no headers and no mirrors, so steps that need them do not compile here.
    steps: [
      CanaryStep.setCanaryScale({ weight: 20 }),
      CanaryStep.pause('5m'),
      CanaryStep.setWeight(5),
      CanaryStep.setCanaryScale({ matchTrafficWeight: true }),
      CanaryStep.pause('10m'),
      ...CanaryStep.ramp([25, 50], { pause: '10m' }),
    ],
  });
}

/** Makes an EdgeRoute between the two Services, which the plugin finds by its name. */
class EdgeRouter implements ITrafficRouter<'canaryScale'> {
  public readonly routerName = 'edge';
  public readonly abilities = { canaryScale: true } as const;

  public constructor(private readonly host: string) {}

  public bind(scope: Construct, target: TrafficRouterTarget): TrafficRouterConfig {
    const stableService = target.createService('StableService', `${target.name}-stable`);
    const canaryService = target.createService('CanaryService', `${target.name}-canary`);
    const route = new ApiObject(scope, 'EdgeRoute', {
      apiVersion: 'edge.example.com/v1',
      kind: 'EdgeRoute',
      metadata: { name: target.name },
      spec: {
        host: this.host,
        services: [{ name: stableService.name, weight: 100 }, { name: canaryService.name, weight: 0 }],
      },
    });
    return {
      service: stableService,
      stableService,
      canaryService,
      trafficRouting: { plugins: { 'example-org/edge': { route: route.name } } },
      // Argo CD leaves alone what the plugin writes.
      controllerWrites: [{
        apiVersion: route.apiVersion, kind: route.kind, name: route.name, jqPathExpressions: ['.spec.services[]?.weight'],
      }],
    };
  }
}
