import { ApiObject, App, Chart } from 'cdk8s';
import { ArgoChart } from '../../src/app/argo-chart';
import { SyncWaves } from '../../src/sync/sync-waves';
import { Manifests } from '../../src/testing/manifests';
import { TestApp } from '../../src/testing/test-app';

function configMap(chart: Chart, id: string, data: Record<string, string> = {}): ApiObject {
  return new ApiObject(chart, id, { apiVersion: 'v1', kind: 'ConfigMap', data });
}

/** Two charts with a ConfigMap `settings` each; the first has a Secret-like third object too. */
function shop() {
  const app = new TestApp();
  const staging = new ArgoChart(app, 'staging', { namespace: 'shop-staging' });
  const production = new ArgoChart(app, 'production', { namespace: 'shop' });
  configMap(staging, 'Settings', { currency: 'EUR', color: 'green' });
  configMap(staging, 'Texts', { hello: 'hallo' });
  configMap(production, 'Settings', { currency: 'EUR', color: 'blue' });
  return { app, staging, production };
}

describe('Manifests', () => {
  test('of an app has the objects of all its charts, of a chart its own', () => {
    const { app, production } = shop();
    expect(Manifests.of(app).all.map((manifest) => manifest.metadata.name)).toEqual(['settings', 'texts', 'settings']);
    expect(Manifests.of(production).all).toMatchObject([{ kind: 'ConfigMap', metadata: { name: 'settings', namespace: 'shop' } }]);
  });

  test('of a chart has the objects of charts in it', () => {
    const { app, production } = shop();
    configMap(new ArgoChart(production, 'extras'), 'Extra');
    expect(Manifests.of(production).findAll('ConfigMap')).toHaveLength(2);
    expect(Manifests.of(app).findAll('ConfigMap')).toHaveLength(4);
  });

  test('of a plain cdk8s app works too', () => {
    const chart = new Chart(new App(), 'plain');
    configMap(chart, 'Settings', { a: 'b' });
    Manifests.of(chart).hasResource('ConfigMap', { data: { a: 'b' } });
  });

  test('sees what the passes add, and changes that came after the last look', () => {
    const { staging } = shop();
    Manifests.of(staging).hasResource('ConfigMap', { metadata: { name: 'texts', annotations: undefined } });
    SyncWaves.of(staging).sequence(staging.node.findChild('Settings'), staging.node.findChild('Texts'));
    Manifests.of(staging).hasResource('ConfigMap', { metadata: { name: 'texts', annotations: { 'argocd.argoproj.io/sync-wave': '1' } } });
  });

  test('throws the report for an app that a synth would refuse', () => {
    const { app, staging } = shop();
    new ApiObject(staging, 'Again', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } });
    expect(() => Manifests.of(app)).toThrow(/manifests\/unique/);
  });

  describe('hasResource', () => {
    const { app, staging } = shop();
    const manifests = Manifests.of(app);

    test('is content with an object that has what was named', () => {
      expect(() => manifests.hasResource('ConfigMap', { data: { color: 'blue' } })).not.toThrow();
    });

    test('shows how the closest one differs', () => {
      expect(() => manifests.hasResource('ConfigMap', { metadata: { namespace: 'shop' }, data: { color: 'red', size: 'xl' } }))
        .toThrow(new Error([
          'no ConfigMap is as wanted. the closest of 3 is ConfigMap/shop/settings, where',
          '  data.color is "blue", wanted "red"',
          '  data.size is absent, wanted "xl"',
        ].join('\n')));
    });

    test('shows the only one there is', () => {
      configMap(new ArgoChart(app, 'one'), 'Only', { list: 'a' });
      expect(() => Manifests.of(app.node.findChild('one')).hasResource('ConfigMap', { data: { list: undefined } }))
        .toThrow('no ConfigMap is as wanted. there is only ConfigMap/only, where\n  data.list is "a", wanted it absent');
    });

    test('says which kinds there are', () => {
      expect(() => Manifests.of(staging).hasResource('Rollout', {})).toThrow('there is no Rollout. the kinds are: ConfigMap');
    });
  });

  describe('resourceCountIs', () => {
    const manifests = Manifests.of(shop().staging);

    test('counts the objects of a kind', () => {
      expect(() => manifests.resourceCountIs('ConfigMap', 2)).not.toThrow();
      expect(() => manifests.resourceCountIs('Rollout', 0)).not.toThrow();
    });

    test('lists what it counted', () => {
      expect(() => manifests.resourceCountIs('ConfigMap', 3))
        .toThrow('2 ConfigMap found, 3 wanted. there are: ConfigMap/shop-staging/settings, ConfigMap/shop-staging/texts');
    });
  });

  describe('find', () => {
    const manifests = Manifests.of(shop().app);

    test('gives the object', () => {
      expect(manifests.find('ConfigMap', 'texts')).toMatchObject({ data: { hello: 'hallo' } });
    });

    test('does not choose between two', () => {
      expect(() => manifests.find('ConfigMap', 'settings'))
        .toThrow('2 objects are ConfigMap/settings: ConfigMap/shop-staging/settings, ConfigMap/shop/settings. ask the chart');
    });

    test('lists what there is', () => {
      expect(() => manifests.find('ConfigMap', 'setting')).toThrow('there is no ConfigMap/setting. there are: ConfigMap/');
    });
  });
});
