import { ApiObject } from 'cdk8s';
import { Deployment, ServiceType } from 'cdk8s-plus-27';
import { ArgoChart } from '../../src/app/argo-chart';
import { SyncHook } from '../../src/sync/sync-hook';
import { SyncWaves } from '../../src/sync/sync-waves';
import { Manifests } from '../../src/testing/manifests';
import { manifestsSerializer } from '../../src/testing/manifests-serializer';
import { TestApp } from '../../src/testing/test-app';

expect.addSnapshotSerializer(manifestsSerializer);

function chart(): ArgoChart {
  const shop = new ArgoChart(new TestApp(), 'shop', { namespace: 'shop', labels: { team: 'shop' } });
  const web = new ApiObject(shop, 'Web', { apiVersion: 'v1', kind: 'Service', spec: { ports: [{ port: 80 }], selector: { app: 'web' } } });
  const settings = new ApiObject(shop, 'Settings', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { annotations: { note: 'on' } } });
  const job = new ApiObject(shop, 'Migration', {
    apiVersion: 'batch/v1', kind: 'Job',
    spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'registry.example.com/migration:1' }] } } },
  });
  SyncHook.preSync(job);
  SyncWaves.of(shop).sequence(settings, web);
  return shop;
}

describe('the serializer', () => {
  test('shows objects in the order in which they are applied, each below what it is', () => {
    expect(Manifests.fromChart(chart())).toMatchInlineSnapshot(`
      # Job/shop/migration, batch/v1, PreSync hook
      metadata:
        labels:
          team: shop
      spec:
        template:
          spec:
            containers:
              - name: main
                image: registry.example.com/migration:1
            restartPolicy: Never

      # ConfigMap/shop/settings, v1
      metadata:
        labels:
          team: shop
        annotations:
          note: "on"

      # Service/shop/web, v1, wave 1
      metadata:
        labels:
          team: shop
      spec:
        ports:
          - port: 80
        selector:
          app: web
    `);
  });

  test('shows single manifests, and lists of them', () => {
    const manifests = Manifests.fromChart(chart());
    expect(manifests.only('Service')).toMatchInlineSnapshot(`
      # Service/shop/web, v1, wave 1
      metadata:
        labels:
          team: shop
      spec:
        ports:
          - port: 80
        selector:
          app: web
    `);
    expect(manifestsSerializer.serialize(manifests.findAll('Service'))).toBe(manifestsSerializer.serialize(manifests.only('Service')));
  });

  test('shows a plan as its text', () => {
    expect(Manifests.fromChart(chart()).syncPlan()).toMatchInlineSnapshot(`
      Objects of shop
        PreSync
          wave 0   Job/migration
                   -> waits until Job/migration has completed
        Sync
          wave 0   ConfigMap/settings
                   -> goes on at once
          wave 1   Service/web
                   -> the last wave: done once it is applied
    `);
  });

  test('leaves out where cdk8s-plus made the pods, and nothing else', () => {
    const shop = new ArgoChart(new TestApp(), 'shop');
    new Deployment(shop, 'Web', { containers: [{ image: 'registry.example.com/web:1', portNumber: 80 }] }).exposeViaService({ serviceType: ServiceType.CLUSTER_IP });
    const manifests = Manifests.fromChart(shop);
    expect(JSON.stringify(manifests.all)).toContain('cdk8s.io/metadata.addr');
    const text = manifestsSerializer.serialize(manifests);
    expect(text).not.toContain('cdk8s.io/metadata.addr');
    expect(text).not.toMatch(/selector|matchLabels|labels/);
    expect(text).toContain('image: registry.example.com/web:1');
  });

  test('shows empty maps and false, which say something', () => {
    const manifests = Manifests.fromYaml('apiVersion: v1\nkind: Any\nmetadata: { name: a }\nspec: { pause: {}, list: [], off-line: false, none: null }\n');
    expect(manifestsSerializer.serialize(manifests)).toBe('# Any/a, v1\nspec:\n  list: []\n  none: null\n  off-line: false\n  pause: {}');
  });

  test.each([['abc', '"abc"'], ['1.5', '"1.5"'], ['', '""'], ['0', '0'], ['-1', '-1']])('shows the wave %j as it is written', (wave, shown) => {
    const manifests = Manifests.fromYaml(`apiVersion: v1\nkind: Any\nmetadata: { name: a, annotations: { argocd.argoproj.io/sync-wave: "${wave}" } }\n`);
    expect(manifestsSerializer.serialize(manifests)).toBe(`# Any/a, v1, wave ${shown}`);
  });

  test.each([['a text'], [[]], [{ kind: 'Service' }], [null], [['a']]])('leaves %j to others', (value) => {
    expect(manifestsSerializer.test(value)).toBe(false);
  });
});
