import { ApiObject, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { ArgoChart } from '../../src/app/argo-chart';
import { ArgoCdConfig } from '../../src/control-plane/argo-cd/argo-cd-config';
import { HealthCheck } from '../../src/control-plane/argo-cd/health-check';
import { WAVE_ANNOTATION } from '../../src/manifests/apply-order';
import { CanaryRollout } from '../../src/rollouts/canary-rollout';
import { SyncHook } from '../../src/sync/sync-hook';
import { SyncWaves } from '../../src/sync/sync-waves';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { shopChart, webContainer } from '../shop';
import { configMaps, job, waves } from './ordered';

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
    const [a, b, c] = configMaps(chart, 'A', 'B', 'C');
    SyncWaves.of(chart).sequence(a, b, c, a);
    expect(() => chart.toJson()).toThrow(/circle: web\/A -> web\/B -> web\/C -> web\/A\. it says web\/B after web\/A \(test\/sync\/sync-waves\.test\.ts:\d+\), web\/C after .* take out one/);
  });

  test('reports an autoscaler that is to come before its rollout', () => {
    const chart = shopChart();
    const web = new CanaryRollout(chart, 'Web', { containers: [webContainer()], trafficRouting: TrafficRouter.podRatio(), steps: [] });
    const autoscaler = new kplus.HorizontalPodAutoscaler(chart, 'Autoscaler', { target: web, maxReplicas: 9 });
    SyncWaves.of(chart).sequence(autoscaler, web);
    expect(() => chart.toJson()).toThrow(
      /circle: web\/Autoscaler -> web\/Web -> web\/Autoscaler\. .*web\/Autoscaler after web\/Web \(an autoscaler goes with what it scales\)/);
  });

  test('says when an object has a wave of its own that is another one', () => {
    const chart = shopChart();
    const [first] = configMaps(chart, 'First');
    const second = new kplus.ConfigMap(chart, 'Second', { data: { a: 'a' }, metadata: { annotations: { [WAVE_ANNOTATION]: '7' } } });
    SyncWaves.of(chart).sequence(first, second);
    expect(() => chart.toJson()).toThrow(/ConfigMap\/second of web\/Second\/Resource says .*sync-wave: '7' itself, and the order \(test.*\) puts it into wave 1/);
  });

  test('takes a wave that an object has of its own where it is the same one, and where no order is asked for', () => {
    const chart = shopChart();
    const [first, second, loose] = configMaps(chart, 'First', 'Second', 'Loose');
    second.metadata.addAnnotation(WAVE_ANNOTATION, '7');
    loose.metadata.addAnnotation(WAVE_ANNOTATION, '9');
    SyncWaves.of(chart).sequence(first, second).pin(second, 7);
    expect(waves(chart.toJson())).toEqual({ 'ConfigMap/first': 'none', 'ConfigMap/second': '7', 'ConfigMap/loose': '9' });
  });

  test('has the last word over the weight of a hook of Helm', () => {
    const chart = shopChart();
    const [first, second] = configMaps(chart, 'First', 'Second');
    first.metadata.addAnnotation('helm.sh/hook-weight', '5');
    SyncWaves.of(chart).sequence(first, second);
    expect(waves(chart.toJson())).toEqual({ 'ConfigMap/first': '0', 'ConfigMap/second': '1' });
  });
});

describe('groups', () => {
  test('are constructs with everything below them, or lists', () => {
    const chart = shopChart();
    const [a, b, last] = configMaps(chart, 'A', 'B', 'Last');
    const group = new Construct(chart, 'Group');
    configMaps(group, 'C', 'D');
    SyncWaves.of(chart).sequence([a, b], [], group, last);
    expect(waves(chart.toJson())).toMatchObject({
      'ConfigMap/a': 'none', 'ConfigMap/b': 'none', 'ConfigMap/group-c': '1', 'ConfigMap/group-d': '1', 'ConfigMap/last': '2',
    });
  });

  test('with nothing in them keep what is around them apart, and spend no wave', () => {
    const chart = shopChart();
    const [c, d] = configMaps(chart, 'C', 'D');
    const empty = ['First', 'Second', 'Third'].map((id) => new Construct(chart, id));
    SyncWaves.of(chart).sequence(empty[0]!, c, empty[1]!, empty[2]!, d).useKindOrder();
    expect(waves(chart.toJson())).toEqual({ 'ConfigMap/c': 'none', 'ConfigMap/d': '1' });
  });

  test('are named in a circle', () => {
    const chart = shopChart();
    const [a, b, c] = configMaps(chart, 'A', 'B', 'C');
    SyncWaves.of(chart).sequence([a, b], c).syncAfter(a, c);
    expect(() => chart.toJson()).toThrow('circle: [web/A, web/B] -> web/C -> web/A -> [web/A, web/B]. it says web/C after [web/A, web/B] (test');
  });
});

describe('pin', () => {
  test('is a floor: an order lifts it', () => {
    const chart = shopChart();
    const [a, b, c, d, first] = configMaps(chart, 'A', 'B', 'C', 'D', 'First');
    SyncWaves.of(chart).sequence(a, b, c).pin(c, 0).pin(b, 5).pin(d, 3).pin(first, -2);
    expect(waves(chart.toJson())).toEqual({ 'ConfigMap/a': 'none', 'ConfigMap/b': '5', 'ConfigMap/c': '6', 'ConfigMap/d': '3', 'ConfigMap/first': '-2' });
  });

  test('of a rollout takes what it needs along', () => {
    const chart = shopChart();
    const web = new CanaryRollout(chart, 'Web', { containers: [webContainer()], trafficRouting: TrafficRouter.podRatio(), steps: [] });
    const [rest] = configMaps(chart, 'Rest');
    SyncWaves.of(chart).pin(web, -3).sequence(web, rest);
    expect(waves(chart.toJson())).toMatchObject({ 'Service/web': '-3', 'Rollout/web': '-2', 'ConfigMap/rest': 'none' });
  });

  test('below 0 is an error when it cannot be kept', () => {
    const chart = shopChart();
    const [a, b] = configMaps(chart, 'A', 'B');
    SyncWaves.of(chart).sequence(a, b).pin(b, -1);
    expect(() => chart.toJson()).toThrow(/web\/B is pinned to wave -1 \(test.*\), and comes in wave 1 after all, as it follows what is in wave 0/);
  });

  test('means nothing for hooks that know no waves, and is an error', () => {
    const chart = shopChart();
    const tell = job(chart, 'Tell');
    SyncHook.syncFail(tell);
    SyncWaves.of(chart).pin(tell, 2);
    expect(() => chart.toJson()).toThrow(/web\/Tell is pinned to wave 2 \(test.*\), but is a SyncFail hook, and Argo CD starts these all at once\. take out the pin/);
  });

  test('refuses what is no wave, two waves and other charts', () => {
    const chart = shopChart();
    const [a] = configMaps(chart, 'A');
    const [other] = configMaps(new ArgoChart(chart, 'other'), 'B');
    expect(() => SyncWaves.of(chart).pin(a, 1.5)).toThrow('web/A: the wave is 1.5. give a whole number');
    expect(() => SyncWaves.of(chart).pin(a, 1).pin(a, 2)).toThrow('web/A: the construct is pinned to wave 1 already, and now to 2');
    expect(() => SyncWaves.of(chart).pin(other, 1)).toThrow('stands in the chart web/other, and these are the waves of web');
  });
});

test('what stands in no chart has no waves', () => {
  const chart = shopChart();
  expect(() => SyncWaves.of(chart.node.root)).toThrow(/^app: waves order the objects of a chart, and this stands in none\. give a chart.*\(test/);
  expect(() => SyncWaves.of(chart).syncAfter(chart.node.root, chart)).toThrow('this stands in none');
});

test.each([
  ['itself', 'web/A is to come after web/A \\(test.*\\), which is the same'],
  ['what it stands in', 'web/A is to come after web \\(test.*\\), and the one is a part of the other'],
])('a construct does not come after %s', (what, message) => {
  const chart = shopChart();
  const [a] = configMaps(chart, 'A');
  SyncWaves.of(chart).sequence(what === 'itself' ? a : chart, a);
  expect(() => chart.toJson()).toThrow(new RegExp(message));
});

describe('dependencies that cdk8s knows', () => {
  function dependent() {
    const chart = shopChart();
    const [a, b] = configMaps(chart, 'A', 'B');
    b.node.addDependency(a);
    return chart;
  }

  test('count where a chart uses waves', () => {
    const chart = dependent();
    const set = new kplus.StatefulSet(chart, 'Set', { service: new kplus.Service(chart, 'Service', { ports: [{ port: 80 }] }), containers: [webContainer()] });
    SyncWaves.of(chart);
    expect(waves(chart.toJson())).toMatchObject({ 'ConfigMap/a': 'none', 'ConfigMap/b': '1', 'Service/service': 'none', [`StatefulSet/${set.name}`]: '1' });
  });

  test('are left alone elsewhere', () => {
    expect(waves(dependent().toJson())).toEqual({ 'ConfigMap/a': 'none', 'ConfigMap/b': 'none' });
  });
});

describe('useKindOrder', () => {
  test('spends waves only where something is waited for, or the order is another one', () => {
    const chart = shopChart();
    const account = new kplus.ServiceAccount(chart, 'Account');
    const [settings, more] = configMaps(chart, 'Settings', 'More');
    const web = new kplus.Deployment(chart, 'Web', { containers: [webContainer()] });
    const service = new kplus.Service(chart, 'Service', { selector: web, ports: [{ port: 80 }] });
    const scaler = new ApiObject(chart, 'Scaler', { apiVersion: 'example.com/v1', kind: 'Scaler' });
    SyncWaves.of(chart).useKindOrder().sequence(account, settings, more, service, web, scaler);
    expect(waves(chart.toJson())).toMatchObject({
      'ServiceAccount/account': 'none', 'ConfigMap/settings': 'none', 'ConfigMap/more': '1', 'Service/service': '1', 'Deployment/web': '1', 'Scaler/scaler': '2',
    });
  });

  test('goes by names among kinds that Argo CD does not list', () => {
    const chart = shopChart();
    const object = (kind: string, name: string): ApiObject => new ApiObject(chart, name, { apiVersion: 'example.com/v1', kind, metadata: { name } });
    const route = (name: string): ApiObject => new ApiObject(chart, name, {
      apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name }, spec: { hosts: [`${name}.example.com`], http: [{ route: [{ destination: { host: 'web' } }] }] },
    });
    const [b, z] = [route('b'), route('z')];
    const [afterB, afterZ, ofOneKind] = [object('Thing', 'c'), object('Thing', 'd'), route('e')];
    SyncWaves.of(chart).useKindOrder().syncAfter(afterB, b).syncAfter(afterZ, z).syncAfter(ofOneKind, b);
    expect(waves(chart.toJson())).toMatchObject({ 'Thing/c': 'none', 'Thing/d': '1', 'VirtualService/e': '1' });
  });

  test('waits for what the argocd-cm of the app has a health check for', () => {
    const chart = shopChart();
    const route = new ApiObject(chart, 'A', {
      apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'a' }, spec: { hosts: ['a.example.com'], http: [{ route: [{ destination: { host: 'web' } }] }] },
    });
    const thing = new ApiObject(chart, 'B', { apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: 'b' } });
    SyncWaves.of(chart).useKindOrder().sequence(route, thing);
    expect(waves(chart.toJson())).toMatchObject({ 'Thing/b': 'none' });
    const script = 'return { status = "Progressing" }';
    new ArgoCdConfig(new ArgoChart(chart.node.root, 'argo-cd', { namespace: 'argocd' }), 'Config', {
      healthChecks: [HealthCheck.lua({ group: 'networking.istio.io', kind: 'VirtualService', script })],
    });
    expect(waves(chart.toJson())).toMatchObject({ 'Thing/b': '1' });
  });

  test('waits for a load balancer', () => {
    const chart = shopChart();
    const service = new kplus.Service(chart, 'Service', { ports: [{ port: 80 }], type: kplus.ServiceType.LOAD_BALANCER });
    const web = new kplus.Deployment(chart, 'Web', { containers: [webContainer()] });
    SyncWaves.of(chart).useKindOrder().sequence(service, web);
    expect(waves(chart.toJson())).toMatchObject({ 'Deployment/web': '1' });
  });
});

describe('hooks in an order', () => {
  test('are ordered inside of their phase, which begins with wave 0', () => {
    const chart = shopChart();
    const [a, b] = configMaps(chart, 'A', 'B');
    const [first, second, smoke, load] = ['First', 'Second', 'Smoke', 'Load'].map((id) => job(chart, id)) as [kplus.Job, kplus.Job, kplus.Job, kplus.Job];
    for (const one of [first, second]) SyncHook.preSync(one);
    for (const one of [smoke, load]) SyncHook.postSync(one);
    SyncWaves.of(chart).sequence(first, second, a, b, smoke, load);
    expect(waves(chart.toJson())).toEqual({
      'Job/first': 'none', 'Job/second': '1', 'ConfigMap/a': 'none', 'ConfigMap/b': '1', 'Job/smoke': 'none', 'Job/load': '1',
    });
  });

  test('may say themselves that they are', () => {
    const chart = shopChart();
    const [web] = configMaps(chart, 'Web');
    const [migration, test] = [job(chart, 'Migration'), job(chart, 'Test')];
    migration.metadata.addAnnotation('argocd.argoproj.io/hook', 'PreSync');
    test.metadata.addAnnotation('helm.sh/hook', 'post-install,post-upgrade');
    SyncWaves.of(chart).sequence(migration, web, test);
    expect(new Set(Object.values(waves(chart.toJson())))).toEqual(new Set(['none']));
  });

  test('cannot come after what is applied after them', () => {
    const chart = shopChart();
    const [web] = configMaps(chart, 'Web');
    const migration = job(chart, 'Migration');
    SyncHook.preSync(migration);
    SyncWaves.of(chart).sequence(web, migration);
    expect(() => chart.toJson()).toThrow(/but Job\/migration belongs to the phase PreSync and ConfigMap\/web to Sync, which is later/);
  });

  test('have no order among those that are started at once', () => {
    const chart = shopChart();
    const [a, b] = [job(chart, 'A'), job(chart, 'B')];
    for (const one of [a, b]) SyncHook.preDelete(one);
    SyncWaves.of(chart).sequence(a, b);
    expect(() => chart.toJson()).toThrow(/web\/B is to come after web\/A \(test.*\), but both are PreDelete hooks, and Argo CD starts these all at once/);
  });

  test('that are skipped have no place', () => {
    const chart = shopChart();
    const [a, skipped, b] = configMaps(chart, 'A', 'Skipped', 'B');
    SyncHook.skip(skipped);
    SyncWaves.of(chart).sequence(a, skipped, b);
    expect(waves(chart.toJson())).toEqual({ 'ConfigMap/a': 'none', 'ConfigMap/skipped': 'none', 'ConfigMap/b': '1' });
  });
});

test('a chart below another one has its own order', () => {
  const chart = shopChart();
  const [a, b] = configMaps(chart, 'A', 'B');
  const [inner] = configMaps(new ArgoChart(chart, 'inner'), 'Inner');
  SyncWaves.of(chart).sequence(a, b);
  expect(waves(Chart.of(inner).toJson())).toEqual({ 'ConfigMap/inner': 'none' });
});
