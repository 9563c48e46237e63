import { ApiObject } from 'cdk8s';
import { ArgoChart } from '../../../src/app/argo-chart';
import { SyncHook } from '../../../src/sync/sync-hook';
import { SyncWaves } from '../../../src/sync/sync-waves';
import { installMatchers } from '../../../src/testing/expect/install-matchers';
import { Manifests } from '../../../src/testing/manifests';
import { TestApp } from '../../../src/testing/test-app';

installMatchers(expect);

function shop(): ArgoChart {
  const chart = new ArgoChart(new TestApp(), 'shop', { namespace: 'shop' });
  const settings = new ApiObject(chart, 'Settings', { apiVersion: 'v1', kind: 'ConfigMap', data: { currency: 'EUR' } });
  SyncWaves.of(chart).sequence(settings, new ApiObject(chart, 'Web', { apiVersion: 'v1', kind: 'Service', spec: { ports: [{ port: 80 }] } }));
  return chart;
}

describe('toMatchSyncPlan', () => {
  test('takes a text that is indented like the test', () => {
    expect(shop()).toMatchSyncPlan(`
      Objects of shop
        Sync
          wave 0   ConfigMap/settings
                   -> goes on at once
          wave 1   Service/web
                   -> the last wave: done once it is applied
    `);
    expect(Manifests.fromChart(shop()).syncPlan()).not.toMatchSyncPlan('Objects of web');
  });

  test('fails with the lines that differ', () => {
    const plan = Manifests.fromChart(shop()).syncPlan().toString().replace('wave 1', 'wave 2');
    expect(failure(() => expect(shop()).toMatchSyncPlan(plan))).toMatchInlineSnapshot(`
      "the plan is not as wanted

      --- wanted
      +++ got
      @@ -1,6 +1,6 @@
       Objects of shop
         Sync
           wave 0   ConfigMap/settings
                    -> goes on at once
      -    wave 2   Service/web
      +    wave 1   Service/web
                    -> the last wave: done once it is applied"
    `);
  });

  test('compares with the snapshot of the test when nothing is given', () => {
    expect(shop()).toMatchSyncPlan();
    expect(() => expect(shop()).not.toMatchSyncPlan()).toThrow('give not.toMatchSyncPlan(...) a text, or an order of objects');
  });

  test('needs an expect that keeps snapshots for that', () => {
    const extend = jest.fn();
    installMatchers({ extend });
    const [[{ toMatchSyncPlan }]] = extend.mock.calls as [[Record<string, (received: unknown) => unknown>]];
    expect(() => toMatchSyncPlan!(shop())).toThrow('this expect keeps no snapshots. give toMatchSyncPlan the text of the plan, or an order of objects');
  });
});

describe('toMatchSyncPlan with an order', () => {
  /** A migration, what it needs, and what comes behind it. */
  function release(app = new TestApp(), id = 'shop'): ArgoChart {
    const chart = new ArgoChart(app, id, { namespace: 'shop' });
    const job = new ApiObject(chart, 'Migration', {
      apiVersion: 'batch/v1', kind: 'Job',
      spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'migration', image: 'registry.example.com/web:1.0.0' }] } } },
    });
    SyncHook.preSync(job);
    const objects = ['Settings', 'Flags', 'Limits'].map((name) => new ApiObject(chart, name, { apiVersion: 'v1', kind: 'ConfigMap', data: { a: 'b' } }));
    SyncWaves.of(chart).sequence(objects[0]!, objects[1]!, objects[2]!);
    return chart;
  }

  test('takes objects, objects of one wave, and waves, and leaves out what does not matter', () => {
    expect(release()).toMatchSyncPlan(['Job/migration', 'ConfigMap/limits']);
    expect(release()).toMatchSyncPlan([['Job/shop/migration'], { phase: 'Sync', wave: 1, objects: ['ConfigMap/flags'] }]);
    expect(release()).toMatchSyncPlan([{ phase: 'PreSync', objects: ['Job/migration'], waitsFor: ['Job/migration'] }]);
    expect(release()).not.toMatchSyncPlan(['ConfigMap/flags', 'ConfigMap/settings']);
    expect(shop()).toMatchSyncPlan([{ objects: ['ConfigMap/settings'] }, ['Service/web']]);
  });

  test('has to hold in every Application that has one of the objects', () => {
    const app = new TestApp();
    release(app, 'staging');
    const other = new ArgoChart(app, 'production', { namespace: 'shop-production' });
    new ApiObject(other, 'Settings', { apiVersion: 'v1', kind: 'ConfigMap', data: { a: 'b' } });
    expect(app).toMatchSyncPlan(['Job/migration']);
    expect(app.syncPlan().application('staging')).toMatchSyncPlan(['Job/migration', 'ConfigMap/settings']);
    expect(failure(() => expect(app).toMatchSyncPlan(['Job/migration', 'ConfigMap/settings']))).toMatchInlineSnapshot(`
      "the order is not as wanted in folder production. no wave of a sync applies Job/migration

      the waves are
        Sync wave 0: ConfigMap/settings"
    `);
  });

  test.each([
    [['ConfigMap/flags', 'ConfigMap/settings'], 'ConfigMap/settings is applied in Sync wave 0, and was wanted after ConfigMap/flags, which is applied in Sync wave 1'],
    [['ConfigMap/settings', 'Job/migration'], 'Job/migration is applied in PreSync wave 0, and was wanted after ConfigMap/settings, which is applied in Sync wave 0'],
    [[{ wave: 3, objects: ['ConfigMap/flags'] }], 'ConfigMap/flags is applied in Sync wave 1, and was wanted in wave 3'],
    [[{ phase: 'PostSync', objects: ['Job/migration'] }], 'Job/migration is applied in PreSync wave 0, and was wanted in PostSync'],
    [
      [{ objects: ['ConfigMap/settings'], waitsFor: ['ConfigMap/settings'] }],
      'ConfigMap/settings is applied in Sync wave 0, where Argo CD does not wait for ConfigMap/settings, and was to',
    ],
    [
      [['ConfigMap/settings', 'ConfigMap/flags']],
      'ConfigMap/settings is applied in Sync wave 0, ConfigMap/flags is applied in Sync wave 1, and one wave was wanted for them',
    ],
    [['Job/migration', 'ConfigMap/setings'], 'no wave of a sync applies ConfigMap/setings'],
  ] as const)('fails with the first step that is elsewhere: %j', (order, message) => {
    expect(failure(() => expect(release()).toMatchSyncPlan(order)).split('\n')[0]).toBe(`the order is not as wanted. ${message}`);
  });

  test('fails with the waves', () => {
    expect(failure(() => expect(release()).toMatchSyncPlan(['Job/migration', 'Deployment/web']))).toMatchInlineSnapshot(`
      "the order is not as wanted. no wave of a sync applies Deployment/web

      the waves are
        PreSync wave 0: Job/migration
        Sync wave 0: ConfigMap/settings
        Sync wave 1: ConfigMap/flags
        Sync wave 2: ConfigMap/limits"
    `);
    expect(failure(() => expect(release()).not.toMatchSyncPlan(['Job/migration']))).toMatchInlineSnapshot(`
      "another order was wanted than
        PreSync wave 0: Job/migration
        Sync wave 0: ConfigMap/settings
        Sync wave 1: ConfigMap/flags
        Sync wave 2: ConfigMap/limits"
    `);
  });

  test('refuses a step that says nothing', () => {
    expect(() => expect(release()).toMatchSyncPlan([])).toThrow('a step of the order names no object');
    expect(() => expect(release()).not.toMatchSyncPlan([{ wave: 1, objects: [] }])).toThrow('a step of the order names no object');
    expect(() => expect(release()).toMatchSyncPlan([{ phase: 'Sync' } as unknown as { objects: string[] }])).toThrow('a step of the order names no object');
  });
});

function failure(assertion: () => unknown): string {
  try {
    assertion();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}
