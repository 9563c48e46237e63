import { Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { ArgoChart } from '../../src/app/argo-chart';
import { WAVE_ANNOTATION } from '../../src/manifests/apply-order';
import type { Manifest } from '../../src/manifests/manifest';
import { CanaryRollout } from '../../src/rollouts/canary-rollout';
import { SyncHook } from '../../src/sync/sync-hook';
import { SyncWaves } from '../../src/sync/sync-waves';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { shopChart, theObject, webContainer } from '../shop';

function waves(manifests: readonly Manifest[]): Record<string, string> {
  return Object.fromEntries(manifests.map((m) => [`${m.kind}/${m.metadata.name}`, m.metadata.annotations?.[WAVE_ANNOTATION] ?? 'none']));
}

describe('SyncWaves', () => {
  test('applies a sequence wave by wave, and what a rollout needs before it', () => {
    const chart = shopChart();
    const settings = new kplus.ConfigMap(chart, 'Settings', { data: { colour: 'blue' } });
    const web = new CanaryRollout(chart, 'Web', { containers: [webContainer()], trafficRouting: TrafficRouter.istio(), steps: [] });
    new kplus.HorizontalPodAutoscaler(chart, 'Autoscaler', { target: web, maxReplicas: 9 });
    SyncWaves.of(chart).sequence(settings, web);
    expect(waves(chart.toJson())).toEqual({
      'ConfigMap/settings': 'none',
      'Service/web-stable': '1',
      'Service/web-canary': '1',
      'VirtualService/web': '1',
      'HorizontalPodAutoscaler/autoscaler': '2',
      'Rollout/web': '2',
    });
  });

  test('leaves a chart without an order alone', () => {
    const chart = shopChart();
    new CanaryRollout(chart, 'Web', { containers: [webContainer()], trafficRouting: TrafficRouter.istio(), steps: [] });
    SyncWaves.of(chart);
    expect(new Set(Object.values(waves(chart.toJson())))).toEqual(new Set(['none']));
  });

  test('reports a circle as its path', () => {
    const chart = shopChart();
    const [a, b, c] = ['A', 'B', 'C'].map((id) => new kplus.ConfigMap(chart, id, { data: { id } })) as [kplus.ConfigMap, kplus.ConfigMap, kplus.ConfigMap];
    SyncWaves.of(chart).sequence(a, b, c, a);
    expect(() => chart.toJson()).toThrow('the order goes round in a circle: web/A -> web/B -> web/C -> web/A. take out one of these orders');
  });

  test('reports an autoscaler that is to come before its rollout', () => {
    const chart = shopChart();
    const web = new CanaryRollout(chart, 'Web', { containers: [webContainer()], trafficRouting: TrafficRouter.podRatio(), steps: [] });
    const autoscaler = new kplus.HorizontalPodAutoscaler(chart, 'Autoscaler', { target: web, maxReplicas: 9 });
    SyncWaves.of(chart).sequence(autoscaler, web);
    expect(() => chart.toJson()).toThrow(/in a circle: (web\/Autoscaler -> web\/Web -> web\/Autoscaler|web\/Web -> web\/Autoscaler -> web\/Web)/);
  });

  test('orders the objects of one chart only', () => {
    const app = Testing.app();
    const [one, two] = ['one', 'two'].map((id) => new ArgoChart(app, id)) as [ArgoChart, ArgoChart];
    const a = new kplus.ConfigMap(one, 'A', { data: { a: 'a' } });
    const b = new kplus.ConfigMap(two, 'B', { data: { b: 'b' } });
    expect(() => SyncWaves.of(one).sequence(a, b)).toThrow(/two\/B: the construct stands in the chart two, and waves order the objects of one chart \(one\)/);
  });

  test('lets the user\'s own annotation win', () => {
    const chart = shopChart();
    const first = new kplus.ConfigMap(chart, 'First', { data: { a: 'a' } });
    const second = new kplus.ConfigMap(chart, 'Second', { data: { a: 'a' }, metadata: { annotations: { [WAVE_ANNOTATION]: '7' } } });
    SyncWaves.of(chart).sequence(first, second);
    expect(waves(chart.toJson())).toMatchObject({ 'ConfigMap/second': '7' });
  });
});

describe('SyncHook', () => {
  test('makes every object of a construct a hook', () => {
    const chart = shopChart();
    const job = new kplus.Job(chart, 'Migration', { containers: [{ image: 'registry.example.com/migrate:1' }] });
    SyncHook.preSync(job, { deletePolicies: ['BeforeHookCreation', 'HookSucceeded'] });
    expect(theObject(chart.toJson(), 'Job').metadata.annotations).toEqual({
      'argocd.argoproj.io/hook': 'PreSync',
      'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation,HookSucceeded',
    });
  });

  test.each([['PostSync', (job: kplus.Job) => SyncHook.postSync(job)], ['SyncFail', (job: kplus.Job) => SyncHook.syncFail(job)]])('can run at %s', (phase, declare) => {
    const chart = shopChart();
    declare(new kplus.Job(chart, 'Job', { containers: [{ image: 'registry.example.com/job:1' }] }));
    expect(theObject(chart.toJson(), 'Job').metadata.annotations).toEqual({ 'argocd.argoproj.io/hook': phase });
  });

  test('is one hook, not two', () => {
    const chart = shopChart();
    const job = new kplus.Job(chart, 'Job', { containers: [{ image: 'registry.example.com/job:1' }] });
    SyncHook.preSync(job);
    expect(() => SyncHook.postSync(job)).toThrow('web/Job: the construct is a PreSync hook already, so it cannot become a PostSync hook');
  });
});
