import { ApiObject, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import type { Manifest } from '../../src/manifests/manifest';
import { CanaryRollout } from '../../src/rollouts/canary-rollout';
import { SyncWaves } from '../../src/sync/sync-waves';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { plainApp } from '../plain-app';
import { shopChart, webContainer } from '../shop';
import { configMaps, plainAutoscaler, plainRollout, plainTemplate, waves } from './ordered';

function rendered(chart: Chart): readonly Manifest[] {
  return chart.toJson() as readonly Manifest[];
}

// What is missing around these objects is not what is tested here.
function plainChart(): Chart {
  return new Chart(plainApp(), 'web', { namespace: 'shop' });
}

describe('an order of plain objects', () => {
  test('has what a rollout names before it, wherever it was declared', () => {
    const chart = plainChart();
    const [first] = configMaps(chart, 'First');
    const [rollout, template] = [plainRollout(chart, 'plain', ['zz']), plainTemplate(chart, 'zz')];
    new ApiObject(chart, 'Service', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'plain-stable' } });
    SyncWaves.of(chart).sequence(first, [rollout, template]);
    expect(waves(rendered(chart))).toMatchObject({ 'Service/plain-stable': 'none', 'AnalysisTemplate/zz': '1', 'Rollout/plain': '2' });
  });

  test('has a ConfigMap that its pods read no later than a rollout', () => {
    const chart = plainChart();
    const rollout = plainRollout(chart, 'plain', []);
    const settings = new ApiObject(chart, 'Settings', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'plain-settings' } });
    SyncWaves.of(chart).pin(settings, 2);
    expect(waves(rendered(chart))).toEqual({ 'ConfigMap/plain-settings': '2', 'Rollout/plain': '2' });
    SyncWaves.of(chart).syncAfter(settings, rollout);
    expect(() => rendered(chart)).toThrow(/circle: web\/Settings -> web\/plain -> web\/Settings\. .*web\/plain after web\/Settings \(it needs that to come up\)/);
  });

  test.each([
    ['Rollout', (scope: Parameters<typeof plainRollout>[0]) => plainRollout(scope, 'web', [])],
    ['Deployment', (scope: Parameters<typeof plainRollout>[0]) => new kplus.Deployment(scope, 'Web', { containers: [webContainer()], metadata: { name: 'web' } })],
  ])('has an autoscaler in the wave of the %s that it scales', (kind, scaled) => {
    const chart = plainChart();
    const [first] = configMaps(chart, 'First');
    const target = scaled(chart);
    plainAutoscaler(chart, 'scaler', 'web', kind);
    plainAutoscaler(chart, 'other', 'of-others', kind);
    SyncWaves.of(chart).sequence(first, target);
    expect(waves(rendered(chart))).toMatchObject({ [`${kind}/web`]: '1', 'HorizontalPodAutoscaler/scaler': '1', 'HorizontalPodAutoscaler/other': 'none' });
  });

  test.each(['beside', 'below'])('has an autoscaler that stands %s its rollout in the wave of the rollout', (where) => {
    const chart = shopChart();
    const [first] = configMaps(chart, 'First');
    const web = new CanaryRollout(chart, 'Web', { containers: [webContainer()], trafficRouting: TrafficRouter.podRatio(), steps: [] });
    const scaler = plainAutoscaler(where === 'below' ? web : chart, 'scaler', 'web');
    SyncWaves.of(chart).sequence(first, where === 'below' ? web : [web, scaler]);
    expect(waves(rendered(chart))).toMatchObject({ 'Service/web': '1', 'Rollout/web': '2', 'HorizontalPodAutoscaler/scaler': '2' });
  });
});
