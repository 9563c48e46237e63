import { Chart, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { WAVE_ANNOTATION } from '../../src/manifests/apply-order';
import type { Manifest } from '../../src/manifests/manifest';
import { CanaryRollout } from '../../src/rollouts/canary-rollout';
import { SyncHook } from '../../src/sync/sync-hook';
import { SyncWaves } from '../../src/sync/sync-waves';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { plainApp } from '../plain-app';
import { shopChart, webContainer } from '../shop';
import { job, plainRollout, plainTemplate, waves } from './ordered';

const BEFORE = { 'Service/web-stable': '-1', 'Service/web-canary': '-1', 'VirtualService/web': '-1', 'Rollout/web': 'none' };

function rendered(chart: Chart): readonly Manifest[] {
  return chart.toJson() as readonly Manifest[];
}

// What is missing around these objects is not what is tested here.
function plainChart(): Chart {
  return new Chart(plainApp(), 'web', { namespace: 'shop' });
}

function web(chart: Chart, annotations: Readonly<Record<string, string>> = {}): CanaryRollout {
  const metadata = { name: 'web', annotations };
  return new CanaryRollout(chart, 'Web', { containers: [webContainer()], trafficRouting: TrafficRouter.istio(), steps: [], metadata });
}

function config(chart: Chart, id: string, wave: string): kplus.ConfigMap {
  return new kplus.ConfigMap(chart, id, { data: { id }, metadata: { annotations: { [WAVE_ANNOTATION]: wave } } });
}

describe('without an order, what a rollout names comes a wave before it', () => {
  test('where a PostSync hook waits for it', () => {
    const chart = shopChart();
    web(chart);
    new kplus.ConfigMap(chart, 'Settings', { data: { colour: 'blue' } });
    SyncHook.postSync(job(chart, 'Smoke'));
    expect(waves(rendered(chart))).toEqual({ ...BEFORE, 'ConfigMap/settings': 'none', 'Job/smoke': 'none' });
  });

  test.each([
    ['a later wave that an annotation says', (chart: Chart) => config(chart, 'Later', '3')],
    ['a hook in its wave', (chart: Chart) => SyncHook.sync(job(chart, 'Beside'))],
    ['a hook of Helm behind it', (chart: Chart) => job(chart, 'Test').metadata.addAnnotation('helm.sh/hook', 'post-install,post-upgrade')],
    ['a hook that runs again behind it', (chart: Chart) => job(chart, 'Twice').metadata.addAnnotation('argocd.argoproj.io/hook', 'PreSync,PostSync')],
  ])('where there is %s', (_, add) => {
    const chart = shopChart();
    web(chart);
    add(chart);
    expect(waves(rendered(chart))).toMatchObject(BEFORE);
  });

  test('also where the hook is said when the chart has been rendered already', () => {
    const chart = shopChart();
    web(chart);
    const smoke = job(chart, 'Smoke');
    expect(waves(chart.toJson())).toMatchObject({ 'VirtualService/web': 'none' });
    SyncHook.postSync(smoke);
    expect(waves(chart.toJson())).toMatchObject(BEFORE);
  });

  test('as soon as it has a wave of its own that others wait for', () => {
    const chart = shopChart();
    web(chart, { [WAVE_ANNOTATION]: '-3' });
    new kplus.ConfigMap(chart, 'Settings', { data: { colour: 'blue' } });
    expect(waves(rendered(chart))).toMatchObject({ 'VirtualService/web': '-4', 'Service/web-stable': '-4', 'Rollout/web': '-3', 'ConfigMap/settings': 'none' });
  });

  test('also where it is plain YAML, once the chart uses SyncWaves', () => {
    const chart = plainChart();
    plainRollout(chart, 'plain', ['zz']);
    plainTemplate(chart, 'zz', ['zz-part']);
    plainTemplate(chart, 'zz-part');
    plainTemplate(chart, 'other');
    SyncHook.postSync(job(chart, 'Smoke'));
    SyncWaves.of(chart);
    expect(waves(rendered(chart))).toMatchObject({
      'AnalysisTemplate/zz': '-1', 'AnalysisTemplate/zz-part': '-1', 'AnalysisTemplate/other': 'none', 'Rollout/plain': 'none',
    });
  });
});

describe('without an order nothing has a wave', () => {
  test.each([
    ['where nothing waits', () => undefined],
    ['where hooks run before', (chart: Chart) => SyncHook.preSync(job(chart, 'Migration'))],
    ['where hooks run when a sync has failed', (chart: Chart) => SyncHook.syncFail(job(chart, 'Tell'))],
    ['where hooks run at a deletion', (chart: Chart) => SyncHook.postDelete(job(chart, 'CleanUp'))],
    ['where only something before it has a wave', (chart: Chart) => config(chart, 'Earlier', '-2')],
  ])('%s', (_, add) => {
    const chart = shopChart();
    web(chart);
    add(chart);
    const { 'ConfigMap/earlier': _earlier, ...others } = waves(rendered(chart));
    expect(new Set(Object.values(others))).toEqual(new Set(['none']));
  });

  test('where Argo CD applies first what is needed: Services come before rollouts in every wave', () => {
    const chart = shopChart();
    new CanaryRollout(chart, 'Web', { containers: [webContainer()], trafficRouting: TrafficRouter.podRatio(), steps: [] });
    SyncHook.postSync(job(chart, 'Smoke'));
    expect(new Set(Object.values(waves(rendered(chart))))).toEqual(new Set(['none']));
  });

  test('where names do it, and that is asked for', () => {
    const chart = plainChart();
    plainRollout(chart, 'web', ['checks']);
    plainTemplate(chart, 'checks');
    SyncHook.postSync(job(chart, 'Smoke'));
    SyncWaves.of(chart).useKindOrder();
    expect(new Set(Object.values(waves(rendered(chart))))).toEqual(new Set(['none']));
  });
});

test('a wave that somebody wrote stays, on the rollout and on what it needs', () => {
  const chart = plainChart();
  plainRollout(chart, 'late', ['own', 'shared'], { [WAVE_ANNOTATION]: '2' });
  plainRollout(chart, 'web', ['own', 'shared']);
  plainTemplate(chart, 'own', [], { [WAVE_ANNOTATION]: '0' });
  plainTemplate(chart, 'shared');
  SyncWaves.of(chart);
  expect(waves(rendered(chart))).toEqual({ 'Rollout/late': '2', 'Rollout/web': 'none', 'AnalysisTemplate/own': '0', 'AnalysisTemplate/shared': '-1' });
});

test('a rollout that fails to render says so itself', () => {
  const chart = plainChart();
  const broken = plainRollout(chart, 'web', ['checks']);
  broken.addJsonPatch(JsonPatch.test('/spec/replicas', 3));
  SyncHook.postSync(job(chart, 'Smoke'));
  SyncWaves.of(chart);
  expect(() => rendered(chart)).toThrow(/at path 'web\/web'/);
});
