import * as kplus from 'cdk8s-plus-27';
import { DisruptionBudget } from '../../src/companions/disruption-budget';
import { KedaScaledObject } from '../../src/companions/keda-scaled-object';
import { KedaTrigger } from '../../src/companions/keda-trigger';
import { PodMonitor } from '../../src/companions/pod-monitor';
import { RollOnChange } from '../../src/companions/roll-on-change';
import { SmokeCheck } from '../../src/companions/smoke-check';
import { BlueGreenRollout } from '../../src/rollouts/blue-green-rollout';
import { CanaryRollout } from '../../src/rollouts/canary-rollout';
import type { DeploymentRef } from '../../src/rollouts/deployment-ref';
import { Promotion } from '../../src/rollouts/promotion';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { shopChart, specOf, webContainer } from '../shop';

type Chart = ReturnType<typeof shopChart>;

const elsewhere: DeploymentRef = { name: 'web', selector: { app: 'web', tier: 'front' }, ports: [{ port: 80 }] };

function deploymentIn(chart: Chart): kplus.Deployment {
  const container = { ...webContainer(), resources: { cpu: { request: kplus.Cpu.millis(100) } } };
  const deployment = new kplus.Deployment(chart, 'Old', { replicas: 0, podMetadata: { labels: { app: 'web' } }, select: false, containers: [container] });
  deployment.select(kplus.LabelSelector.of({ labels: { app: 'web' } }));
  return deployment;
}

function rolloutOf(chart: Chart, deployment: DeploymentRef | kplus.Deployment, replicas?: number) {
  return CanaryRollout.fromDeployment(chart, 'Web', deployment, { trafficRouting: TrafficRouter.istio(), steps: [], scaleDown: 'never', replicas });
}

describe('companions of a rollout of a Deployment\'s pods', () => {
  test('a budget selects by the labels of the Deployment and counts the replicas of the Rollout', () => {
    const chart = shopChart();
    const rollout = rolloutOf(chart, elsewhere, 3);
    new DisruptionBudget(chart, 'Budget', { rollout, minAvailable: 2 });
    new DisruptionBudget(chart, 'All', { rollout: BlueGreenRollout.fromDeployment(chart, 'Other', { ...elsewhere, name: 'other', selector: { app: 'other' } }, {
      promotion: Promotion.manual(), scaleDown: 'never', replicas: 2,
    }), maxUnavailable: 1 });
    expect(specOf(chart.toJson(), 'PodDisruptionBudget', 'budget')).toMatchObject({ selector: { matchLabels: { app: 'web', tier: 'front' } } });
    expect(specOf(chart.toJson(), 'PodDisruptionBudget', 'all')).toMatchObject({ selector: { matchLabels: { app: 'other' } } });
    new DisruptionBudget(chart, 'TooMuch', { rollout, minAvailable: 3 });
    expect(() => chart.toJson()).toThrow(/minAvailable 3 of 3 replicas lets no pod be evicted/);
  });

  test('a monitor looks for its port in the containers of the Deployment, those that are added later too', () => {
    const chart = shopChart();
    const deployment = deploymentIn(chart);
    new PodMonitor(chart, 'Metrics', { rollout: rolloutOf(chart, deployment), port: 9404 });
    deployment.addContainer({ name: 'exporter', image: 'registry.example.com/exporter:1', portNumber: 9404 });
    expect(specOf(chart.toJson(), 'PodMonitor')).toMatchObject({ selector: { matchLabels: { app: 'web' } }, podMetricsEndpoints: [{ portNumber: 9404 }] });
  });

  test('a monitor refuses a port that no container of the Deployment has', () => {
    const chart = shopChart();
    new PodMonitor(chart, 'Metrics', { rollout: rolloutOf(chart, deploymentIn(chart)), port: 9404 });
    expect(() => chart.toJson()).toThrow(/no container of web has the port 9404.* its ports are: 8080/);
  });

  test('a monitor takes the port as given when the Deployment is made elsewhere', () => {
    const chart = shopChart();
    new PodMonitor(chart, 'Metrics', { rollout: rolloutOf(chart, elsewhere), port: 'metrics' });
    expect(specOf(chart.toJson(), 'PodMonitor')).toMatchObject({
      selector: { matchLabels: { app: 'web', tier: 'front' } }, podMetricsEndpoints: [{ port: 'metrics' }],
    });
  });

  test('KEDA scales the Rollout, not the Deployment', () => {
    const chart = shopChart();
    new KedaScaledObject(chart, 'Scaling', {
      target: rolloutOf(chart, elsewhere), minReplicaCount: 2, maxReplicaCount: 9, triggers: [KedaTrigger.cpuUtilization(70)],
    });
    const manifests = chart.toJson();
    expect(specOf(manifests, 'ScaledObject').scaleTargetRef).toEqual({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'web' });
    expect(specOf(manifests, 'Rollout')).not.toHaveProperty('replicas');
  });

  test('configuration rolls through the Deployment, and a check asks the Service of the Rollout', () => {
    const chart = shopChart();
    const deployment = deploymentIn(chart);
    const rollout = rolloutOf(chart, deployment);
    RollOnChange.ofConfigMap(deployment, new kplus.ConfigMap(chart, 'Settings', { data: { colour: 'blue' } }));
    const { job } = new SmokeCheck(chart, 'Smoke', { service: rollout.stableService, image: 'registry.example.com/curl:8.16.0' });
    deployment.connections.allowFrom(job);
    const manifests = chart.toJson();
    expect(specOf(manifests, 'Deployment')).toMatchObject({ template: { metadata: { annotations: { 'checksum/configmap.settings': expect.any(String) } } } });
    expect(specOf(manifests, 'Job')).toMatchObject({ template: { spec: { containers: [{ args: expect.arrayContaining(['http://web-stable:8080/']) }] } } });
    expect(manifests.filter(({ kind }) => kind === 'NetworkPolicy')).not.toHaveLength(0);
  });
});

describe('a HorizontalPodAutoscaler of a rollout of a Deployment\'s pods', () => {
  test.each([
    ['made here', deploymentIn],
    ['made elsewhere', () => elsewhere],
  ])('names the Rollout and leaves the replicas to itself: a Deployment %s', (_, deployment) => {
    const chart = shopChart();
    new kplus.HorizontalPodAutoscaler(chart, 'Autoscaler', {
      target: rolloutOf(chart, deployment(chart)),
      minReplicas: 3,
      maxReplicas: 9,
      metrics: [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(70))],
    });
    const manifests = chart.toJson();
    expect(specOf(manifests, 'HorizontalPodAutoscaler').scaleTargetRef).toEqual({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'web' });
    expect(specOf(manifests, 'Rollout')).not.toHaveProperty('replicas');
    expect(chart.node.findAll().flatMap((construct) => construct.node.validate())).toEqual([]);
  });

  test('needs metrics where the requests of the containers are not known', () => {
    const problemsOf = (deployment: (chart: Chart) => DeploymentRef | kplus.Deployment) => {
      const chart = shopChart();
      return new kplus.HorizontalPodAutoscaler(chart, 'Autoscaler', { target: rolloutOf(chart, deployment(chart)), maxReplicas: 9 }).node.validate();
    };
    expect(problemsOf(deploymentIn)).toEqual([]);
    expect(problemsOf(() => elsewhere)).toEqual([expect.stringMatching(/does not have metrics defined/)]);
  });
});
