import { ArgoApp, ArgoChart, CanaryRollout, TrafficRouter } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';
import { specOf, theObject } from '../../shop';

const chart = new ArgoChart(new ArgoApp({ outdir: 'dist' }), 'web', { namespace: 'shop' });
const deployment = new kplus.Deployment(chart, 'Web', { containers: [{ image: 'registry.example.com/shop/web:4.2.0', portNumber: 8080 }] });
const rollout = CanaryRollout.fromDeployment(chart, 'WebRollout', deployment, { scaleDown: 'never', trafficRouting: TrafficRouter.podRatio(), steps: [] });
const cpu = kplus.MetricTarget.averageUtilization(70);
new kplus.HorizontalPodAutoscaler(chart, 'RolloutScaler', { target: rollout, minReplicas: 8, maxReplicas: 20, metrics: [kplus.Metric.resourceCpu(cpu)] });

test('the autoscaler targets the Rollout, whose number of pods it decides on', () => {
  const { spec } = theObject(chart.toJson(), 'HorizontalPodAutoscaler');
  expect(spec).toMatchObject({ scaleTargetRef: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'web-rollout' } });
  expect(specOf(chart.toJson(), 'Rollout')).not.toHaveProperty('replicas');
});
