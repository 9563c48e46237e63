import * as kplus from 'cdk8s-plus-27';
import { HashedConfigMap } from '../../src/companions/hashed-config-map';
import { RollOnChange } from '../../src/companions/roll-on-change';
import { CanaryRollout } from '../../src/rollouts/canary-rollout';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { shopChart, specOf, theObject, webContainer } from '../shop';

function rolloutIn(chart: ReturnType<typeof shopChart>, container: Partial<kplus.ContainerProps> = {}): CanaryRollout {
  return new CanaryRollout(chart, 'Web', { containers: [{ ...webContainer(), ...container }], trafficRouting: TrafficRouter.podRatio(), steps: [] });
}

function nameOf(data: Record<string, string>): string {
  return new HashedConfigMap(shopChart(), 'Settings', { data }).name;
}

describe('HashedConfigMap', () => {
  test('has a name that only its content decides on', () => {
    expect(nameOf({ a: '1', b: '2' })).toMatch(/^settings-[0-9a-f]{10}$/);
    expect(nameOf({ b: '2', a: '1' })).toBe(nameOf({ a: '1', b: '2' }));
    expect(new Set([nameOf({ a: '1' }), nameOf({ a: '2' }), nameOf({ b: '1' })]).size).toBe(3);
  });

  test('is mounted and read as any ConfigMap, and stays when Git has moved on', () => {
    const chart = shopChart();
    const settings = new HashedConfigMap(chart, 'Settings', { data: { CURRENCY: 'EUR' } });
    const web = rolloutIn(chart, { envFrom: [kplus.Env.fromConfigMap(settings)] });
    web.containers[0]!.mount('/etc/web', kplus.Volume.fromConfigMap(chart, 'Volume', settings, { name: 'settings' }));
    const manifests = chart.toJson();
    expect(theObject(manifests, 'ConfigMap')).toMatchObject({
      metadata: {
        name: settings.name,
        labels: { 'app.kubernetes.io/name': 'settings' },
        annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false', 'argocd.argoproj.io/compare-options': 'IgnoreExtraneous' },
      },
      immutable: true,
      data: { CURRENCY: 'EUR' },
    });
    expect(specOf(manifests, 'Rollout')).toMatchObject({ template: { spec: {
      containers: [{ envFrom: [{ configMapRef: { name: settings.name } }] }],
      volumes: [{ configMap: { name: settings.name } }],
    } } });
  });

  test('may go when the release is done', () => {
    const chart = shopChart();
    new HashedConfigMap(chart, 'Settings', { binaryData: { logo: 'AAEC' }, previous: 'pruneLast', metadata: { name: 'web', annotations: { team: 'shop' } } });
    expect(theObject(chart.toJson(), 'ConfigMap')).toMatchObject({
      metadata: { name: expect.stringMatching(/^web-/), annotations: { 'argocd.argoproj.io/sync-options': 'PruneLast=true', team: 'shop' } },
      binaryData: { logo: 'AAEC' },
    });
  });

  test.each([
    [{}, /the ConfigMap is empty/],
    [{ data: { logo: 'text' }, binaryData: { logo: 'AAEC' } }, /both have the key "logo"/],
    [{ data: { a: '1' }, metadata: { name: 'w'.repeat(55) } }, /has 66 characters/],
  ])('refuses %j', (props, message) => {
    expect(() => new HashedConfigMap(shopChart(), 'Settings', props)).toThrow(message);
  });
});

describe('RollOnChange', () => {
  function annotations(colour: string, version = '1'): unknown {
    const chart = shopChart();
    const web = rolloutIn(chart);
    const settings = new kplus.ConfigMap(chart, 'Settings');
    RollOnChange.ofConfigMap(web, settings);
    RollOnChange.ofSecret(web, kplus.Secret.fromSecretName(chart, 'Database', 'database'), version);
    settings.addData('colour', colour);
    return (specOf(chart.toJson(), 'Rollout').template as { metadata: { annotations: unknown } }).metadata.annotations;
  }

  test('changes the pod template with the content, that was added later too', () => {
    expect(annotations('blue')).toEqual({
      'checksum/configmap.settings': expect.stringMatching(/^[0-9a-f]{10}$/), 'version/secret.database': '1',
    });
    expect(annotations('blue')).toEqual(annotations('blue'));
    expect(annotations('green')).not.toEqual(annotations('blue'));
  });

  test('refuses a Secret without a version', () => {
    expect(() => annotations('blue', ' ')).toThrow(/the version of the Secret database is empty/);
  });
});
