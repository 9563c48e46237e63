import { ApiObject, type Chart, JsonPatch } from 'cdk8s';
import { SyncWaves } from '../../src/sync/sync-waves';
import { shopChart } from '../shop';

const HOOK = 'argocd.argoproj.io/hook';
const WAVE = 'argocd.argoproj.io/sync-wave';

const map = (chart: Chart, name: string, annotations?: Readonly<Record<string, string>>): ApiObject =>
  new ApiObject(chart, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, annotations } });

describe('an order', () => {
  test.each([
    ['another phase', { [HOOK]: 'PreSync' }, 'ConfigMap/second is in wave 0 of PreSync and ConfigMap/first is in wave 0 of Sync'],
    ['a lower wave', { [WAVE]: '-3' }, 'ConfigMap/second is in wave -3 of Sync and ConfigMap/first is in wave 0 of Sync'],
    ['no wave', {}, 'ConfigMap/second is in wave 0 of Sync and ConfigMap/first is in wave 0 of Sync'],
  ])('that a patch turns round with %s is found', (_, annotations, text) => {
    const chart = shopChart();
    const [first, second] = [map(chart, 'first'), map(chart, 'second')];
    SyncWaves.of(chart).sequence(first, second);
    second.addJsonPatch(JsonPatch.add('/metadata/annotations', annotations));
    expect(() => chart.toJson()).toThrow(text);
    expect(() => chart.toJson()).toThrow(/web\/second is to come after web\/first \(.*rendered-order\.test\.ts:\d+\), but as they are rendered/);
  });

  test.each([
    ['a later phase', { [HOOK]: 'PostSync' }],
    ['a higher wave', { [WAVE]: '7' }],
    ['what is never applied', { [HOOK]: 'Skip' }],
  ])('that a patch keeps with %s is none of it', (_, annotations) => {
    const chart = shopChart();
    const [first, second] = [map(chart, 'first'), map(chart, 'second')];
    SyncWaves.of(chart).sequence(first, second);
    second.addJsonPatch(JsonPatch.add('/metadata/annotations', annotations));
    expect(chart.toJson()).toHaveLength(2);
  });

  test.each([
    ['PreSync,PostSync', 'PostSync'],
    ['PostSync', 'Sync,PostSync'],
  ])('of hooks of %s and %s is not kept where they meet', (one, other) => {
    const chart = shopChart();
    SyncWaves.of(chart).sequence(map(chart, 'first', { [HOOK]: one }), map(chart, 'second', { [HOOK]: other }));
    expect(() => chart.toJson()).toThrow(/is to come after web\/first/);
  });

  test('of a hook that runs early too is kept', () => {
    const chart = shopChart();
    SyncWaves.of(chart).sequence(map(chart, 'first', { [HOOK]: 'PreSync,PostSync' }), map(chart, 'second'));
    expect(chart.toJson()).toHaveLength(2);
  });

  test('that the kinds keep needs no waves', () => {
    const chart = shopChart();
    const account = new ApiObject(chart, 'Account', { apiVersion: 'v1', kind: 'ServiceAccount' });
    SyncWaves.of(chart).useKindOrder().sequence(account, map(chart, 'second'));
    expect(chart.toJson()).toHaveLength(2);
  });
});
