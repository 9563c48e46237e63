import { ApiObject, App, Chart } from 'cdk8s';
import { ArgoChart } from '../../src/app/argo-chart';
import { SyncWaves } from '../../src/sync/sync-waves';
import { Manifests } from '../../src/testing/manifests';
import { Match } from '../../src/testing/match';
import { TestApp } from '../../src/testing/test-app';
import { ValidationError } from '../../src/validation/validation-error';

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
    expect(Manifests.fromApp(app).all.map((manifest) => manifest.metadata.name)).toEqual(['settings', 'texts', 'settings']);
    expect(Manifests.fromChart(production).all).toMatchObject([{ kind: 'ConfigMap', metadata: { name: 'settings', namespace: 'shop' } }]);
  });

  test('of a chart has the objects of charts in it', () => {
    const { app, production } = shop();
    configMap(new ArgoChart(production, 'extras'), 'Extra');
    expect(Manifests.fromChart(production).findAll('ConfigMap')).toHaveLength(2);
    expect(Manifests.fromApp(app).findAll('ConfigMap')).toHaveLength(4);
  });

  test('of a plain cdk8s app works too', () => {
    const chart = new Chart(new App(), 'plain');
    configMap(chart, 'Settings', { a: 'b' });
    Manifests.fromChart(chart).hasResource('ConfigMap', { data: { a: 'b' } });
  });

  test('sees what the passes add, and changes that came after the last look', () => {
    const { staging } = shop();
    Manifests.fromChart(staging).hasResource('ConfigMap', { metadata: { name: 'texts', annotations: undefined } });
    SyncWaves.of(staging).sequence(staging.node.findChild('Settings'), staging.node.findChild('Texts'));
    Manifests.fromChart(staging).hasResource('ConfigMap', { metadata: { name: 'texts', annotations: { 'argocd.argoproj.io/sync-wave': '1' } } });
  });

  test('throws the report when it is asked for objects that a synth would refuse', () => {
    const { app, staging } = shop();
    new ApiObject(staging, 'Again', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } });
    const manifests = Manifests.fromApp(app);
    expect(() => manifests.all).toThrow(/manifests\/unique/);
    expect(() => manifests.hasNoResource('Rollout')).toThrow(ValidationError);
    expect(() => manifests.syncPlan()).toThrow(ValidationError);
    manifests.hasFinding('manifests/unique');
  });

  test('gives what there was when it was made, not what came later', () => {
    const { app, staging } = shop();
    const manifests = Manifests.fromApp(app);
    configMap(staging, 'Later');
    expect(manifests.findAll('ConfigMap')).toHaveLength(3);
    expect(manifests.validate().objects).toBe(3);
  });

  test('of a chart has the findings of its objects alone', () => {
    const { app, staging, production } = shop();
    new ApiObject(staging, 'Again', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } });
    Manifests.fromChart(production).isValid();
    Manifests.fromChart(staging).hasFinding({ rule: 'manifests/unique', object: 'ConfigMap/shop-staging/settings' });
    Manifests.fromApp(app).hasFinding('manifests/unique');
  });

  test('of a chart tells of an object that cannot be rendered, and so is not there', () => {
    const { staging } = shop();
    new ApiObject(staging, 'Lost', { apiVersion: 'v1', kind: 'ConfigMap', data: { a: null } });
    expect(() => Manifests.fromChart(staging).resourceCountIs('ConfigMap', 2)).toThrow(/constructs\/renders/);
  });

  describe('hasResource', () => {
    const { app, staging } = shop();
    const manifests = Manifests.fromApp(app);

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
      expect(() => Manifests.fromChart(Chart.of(app.node.findChild('one'))).hasResource('ConfigMap', { data: { list: undefined } }))
        .toThrow('no ConfigMap is as wanted. there is only ConfigMap/only, where\n  data.list is "a", wanted it absent');
    });

    test('says which kinds there are', () => {
      expect(() => Manifests.fromChart(staging).hasResource('Rollout', {})).toThrow('there is no Rollout. the kinds are: ConfigMap');
    });

    test('says which kind was meant', () => {
      expect(() => manifests.hasResource('Configmap')).toThrow('there is no Configmap. did you mean ConfigMap?');
    });

    test('looks at the version, the name and the namespace that are said', () => {
      manifests.hasResource({ kind: 'ConfigMap', apiVersion: 'v1', name: 'settings', namespace: 'shop' }, { data: { color: 'blue' } });
      expect(() => manifests.hasResource({ kind: 'ConfigMap', name: 'settings', namespace: 'shop-staging' }, { data: { color: 'blue' } }))
        .toThrow('no ConfigMap/shop-staging/settings is as wanted. there is only ConfigMap/shop-staging/settings, where\n  data.color is "green"');
      expect(() => manifests.hasResource({ kind: 'ConfigMap', apiVersion: 'v2' })).toThrow('there is no ConfigMap of v2. there are: ConfigMap/');
    });

    test('takes the one for the closest that lacks the least, not the one with the fewest lines', () => {
      const chart = new ArgoChart(new TestApp(), 'two');
      configMap(chart, 'Empty');
      configMap(chart, 'Near', { a: '1', b: '2', c: '3' });
      expect(() => Manifests.fromChart(chart).hasResource('ConfigMap', { data: { a: '1', b: 'x', c: 'y' } }))
        .toThrow('the closest of 2 is ConfigMap/near');
    });
  });

  describe('hasNoResource', () => {
    const manifests = Manifests.fromApp(shop().app);

    test('is content where nothing is like this', () => {
      manifests.hasNoResource('Secret');
      manifests.hasNoResource('ConfigMap', { data: { color: 'red' } });
    });

    test('refuses a kind that is misspelt', () => {
      expect(() => manifests.hasNoResource('ConfigMpa')).toThrow('there is no kind "ConfigMpa". did you mean ConfigMap?');
      const routes = Manifests.fromYaml('apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: { name: web }\n');
      expect(() => routes.hasNoResource('GRPCRoute')).not.toThrow();
    });

    test('names what there is', () => {
      expect(() => manifests.hasNoResource('ConfigMap', { data: { color: Match.anyValue() } }))
        .toThrow('no ConfigMap like this was wanted. there are: ConfigMap/shop-staging/settings, ConfigMap/shop/settings');
      expect(() => manifests.hasNoResource({ kind: 'ConfigMap', name: 'texts' }))
        .toThrow('no ConfigMap/texts was wanted. there is: ConfigMap/shop-staging/texts');
    });
  });

  describe('only', () => {
    const manifests = Manifests.fromApp(shop().app);

    test('gives the one that there is, or the one that is like this', () => {
      expect(manifests.only('ConfigMap', { data: { hello: 'hallo' } }).metadata.name).toBe('texts');
      expect(Manifests.fromChart(shop().production).only('ConfigMap').data).toEqual({ currency: 'EUR', color: 'blue' });
    });

    test('does not choose', () => {
      expect(() => manifests.only('ConfigMap', { data: { currency: 'EUR' } }))
        .toThrow('2 objects are ConfigMap: ConfigMap/shop-staging/settings, ConfigMap/shop/settings. say its name: find(kind, name)');
    });

    test('says how the closest one differs', () => {
      expect(() => manifests.only('ConfigMap', { data: { color: 'red' } })).toThrow('data.color is "green", wanted "red"');
    });
  });

  describe('resourceCountIs', () => {
    const manifests = Manifests.fromChart(shop().staging);

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
    const manifests = Manifests.fromApp(shop().app);

    test('gives the object', () => {
      expect(manifests.find('ConfigMap', 'texts')).toMatchObject({ data: { hello: 'hallo' } });
    });

    test('does not choose between two', () => {
      expect(() => manifests.find('ConfigMap', 'settings'))
        .toThrow('2 objects are ConfigMap/settings: ConfigMap/shop-staging/settings, ConfigMap/shop/settings. name its namespace');
    });

    test('lists what there is', () => {
      expect(() => manifests.find('ConfigMap', 'setting')).toThrow('there is no ConfigMap/setting. there are: ConfigMap/');
    });
  });
});
