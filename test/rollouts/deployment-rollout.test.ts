import * as kplus from 'cdk8s-plus-27';
import { BlueGreenRollout } from '../../src/rollouts/blue-green-rollout';
import { CanaryRollout } from '../../src/rollouts/canary-rollout';
import { CanaryStep } from '../../src/rollouts/canary-step';
import { Promotion } from '../../src/rollouts/promotion';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { shopChart, specOf, webContainer } from '../shop';

const releasing = { trafficRouting: TrafficRouter.istio(), steps: [CanaryStep.setWeight(20), CanaryStep.pause('5m')] };

describe('a rollout of a Deployment\'s pods', () => {
  test('takes its pods, its labels and its ports from the Deployment', () => {
    const chart = shopChart();
    const deployment = new kplus.Deployment(chart, 'Web', { replicas: 3, containers: [webContainer()] });
    const rollout = CanaryRollout.fromDeployment(chart, 'WebRollout', deployment, { ...releasing, replicas: 3, scaleDown: 'progressively' });
    expect(rollout.canaryService.name).toBe('web-rollout-canary');
    const manifests = chart.toJson();
    const spec = specOf(manifests, 'Rollout');
    expect(spec).toMatchObject({
      replicas: 3, workloadRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', scaleDown: 'progressively' },
      strategy: { canary: { stableService: 'web-rollout-stable', canaryService: 'web-rollout-canary' } },
    });
    expect(spec).not.toHaveProperty('template');
    expect(spec).not.toHaveProperty('selector');
    const labels = (specOf(manifests, 'Deployment').selector as { matchLabels: object }).matchLabels;
    expect(specOf(manifests, 'Service', 'web-rollout-stable')).toMatchObject({ selector: labels, ports: [{ port: 8080 }] });
  });

  test('knows a Deployment that is made elsewhere by its name, labels and ports', () => {
    const chart = shopChart();
    const rollout = BlueGreenRollout.fromDeployment(chart, 'Web', { name: 'web', selector: { app: 'web' }, ports: [{ port: 80, targetPort: 8080 }] }, {
      promotion: Promotion.manual(), scaleDown: 'onsuccess', previewReplicaCount: 1, replicas: 4,
    });
    expect(rollout.activeService.name).toBe('web');
    expect(specOf(chart.toJson(), 'Service', 'web-preview')).toMatchObject({ selector: { app: 'web' }, ports: [{ port: 80, targetPort: 8080 }] });
    expect(specOf(chart.toJson(), 'Rollout')).toMatchObject({
      workloadRef: { name: 'web', scaleDown: 'onsuccess' }, strategy: { blueGreen: { activeService: 'web', previewService: 'web-preview', previewReplicaCount: 1 } },
    });
    expect(chart.node.root.node.validate()).toEqual([]);
  });

  test('leaves the replicas to an autoscaler', () => {
    const chart = shopChart();
    const rollout = CanaryRollout.fromDeployment(chart, 'Web', { name: 'web', selector: { app: 'web' }, ports: [{ port: 80 }] }, {
      ...releasing, scaleDown: 'never',
    });
    rollout.markHasAutoscaler();
    expect(specOf(chart.toJson(), 'Rollout')).not.toHaveProperty('replicas');
    expect(rollout.toScalingTarget()).toMatchObject({ kind: 'Rollout', apiVersion: 'argoproj.io/v1alpha1', name: 'web' });
  });

  test('a preview larger than the rollout is refused', () => {
    const make = () => BlueGreenRollout.fromDeployment(shopChart(), 'Web', { name: 'web', selector: { app: 'web' }, ports: [{ port: 80 }] }, {
      promotion: Promotion.manual(), scaleDown: 'never', previewReplicaCount: 5, replicas: 4,
    });
    expect(make).toThrow('previewReplicaCount is 5, more than the 4 replicas. set it to at most 4, or leave it out');
  });
});
