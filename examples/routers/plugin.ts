import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, TrafficRouter } from 'cdk8s-argo';
import { webContainer } from './web-container';

/** What the plugin wants to know. */
interface EdgeConfig {
  readonly zone: string;
  readonly poolIds: readonly string[];
}

/** A plugin of one's own, which splits by a thousandth of the traffic. */
export function pluginExamples(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'plugin', { namespace: 'plugin' });
  const config: EdgeConfig = { zone: 'shop.example.com', poolIds: ['eu-1', 'us-1'] };
  new CanaryRollout(chart, 'Storefront', {
    replicas: 6,
    containers: [webContainer('registry.example.com/shop/storefront:4.2.0')],
    trafficRouting: TrafficRouter.plugin('example/edge', config, { abilities: { headerRoutes: true }, maxTrafficWeight: 1000 }),
    steps: [
      CanaryStep.setCanaryScale({ replicas: 1 }),
      CanaryStep.setHeaderRoute({ route: 'testers', match: [{ header: 'x-tester', exact: 'yes' }] }),
      CanaryStep.pause('30m'),
      CanaryStep.setWeight(5),
      CanaryStep.setCanaryScale({ matchTrafficWeight: true }),
      CanaryStep.pause('10m'),
      ...CanaryStep.ramp([100, 500], { pause: '10m' }),
    ],
  });
}
