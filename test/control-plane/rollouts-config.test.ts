import { load } from 'js-yaml';
import { RolloutsConfig } from '../../src/control-plane/rollouts-config';
import { RolloutsPlugin } from '../../src/control-plane/rollouts-plugin';
import type { Manifest } from '../../src/manifests/manifest';
import { shopChart, theObject } from '../shop';

const SHA = 'a'.repeat(64);

function dataOf(manifest: Manifest): Record<string, unknown> {
  return Object.fromEntries(Object.entries(manifest.data as Record<string, string>).map(([key, text]) => [key, load(text)]));
}

describe('RolloutsConfig', () => {
  test('lists each plugin where the controller looks for its kind', () => {
    const chart = shopChart({ namespace: 'argo-rollouts' });
    new RolloutsConfig(chart, 'Config', { plugins: [
      RolloutsPlugin.trafficRouter({ name: 'example/router', location: 'https://plugins.example.com/router', sha256: SHA, headersFrom: ['plugin-login'] }),
      RolloutsPlugin.step({ name: 'example/approve', location: 'file:///plugins/approve', args: ['-v'], disabled: true }),
      RolloutsPlugin.metricProvider({ name: 'example/metrics', location: 'file:///plugins/metrics' }),
    ] });
    const manifests = chart.toJson();
    expect(manifests.map(({ kind, metadata }) => `${kind}/${metadata.name}`)).toEqual(['ConfigMap/argo-rollouts-config']);
    expect(dataOf(manifests[0]!)).toEqual({
      trafficRouterPlugins: [{ name: 'example/router', location: 'https://plugins.example.com/router', sha256: SHA, headersFrom: [{ secretRef: { name: 'plugin-login' } }] }],
      stepPlugins: [{ name: 'example/approve', location: 'file:///plugins/approve', args: ['-v'], disabled: true }],
      metricProviderPlugins: [{ name: 'example/metrics', location: 'file:///plugins/metrics' }],
    });
  });

  test('allows the Gateway API plugin to change routes', () => {
    const chart = shopChart({ namespace: 'argo-rollouts' });
    new RolloutsConfig(chart, 'Config', { plugins: [RolloutsPlugin.gatewayApi({ version: 'v0.15.0', architecture: 'arm64', routes: ['HTTPRoute'] })] });
    const manifests = chart.toJson();
    expect(dataOf(theObject(manifests, 'ConfigMap'))).toMatchObject({ trafficRouterPlugins: [{
      name: 'argoproj-labs/gatewayAPI', location: expect.stringMatching(/\/v0\.15\.0\/gatewayapi-plugin-linux-arm64$/),
    }] });
    expect(theObject(manifests, 'ClusterRole').metadata).toEqual({ name: 'argo-rollouts-gateway-api-plugin' });
    expect(theObject(manifests, 'ClusterRole').rules).toEqual([
      { apiGroups: [''], resources: ['services'], verbs: ['get'] },
      { apiGroups: ['gateway.networking.k8s.io'], resources: ['httproutes'], verbs: ['get', 'list', 'update', 'patch'] },
    ]);
    expect(theObject(manifests, 'ClusterRoleBinding')).toMatchObject({
      roleRef: { kind: 'ClusterRole', name: 'argo-rollouts-gateway-api-plugin' },
      subjects: [{ kind: 'ServiceAccount', name: 'argo-rollouts', namespace: 'argo-rollouts' }],
    });
  });

  test('refuses permissions for a ServiceAccount of an unknown namespace', () => {
    expect(() => new RolloutsConfig(shopChart({}), 'Config', { plugins: [RolloutsPlugin.gatewayApi({ version: 'v0.15.0' })] }))
      .toThrow(/the namespace of the controller is not known/);
  });

  test('refuses one plugin twice', () => {
    const plugin = RolloutsPlugin.step({ name: 'example/approve', location: 'file:///plugins/approve' });
    expect(() => new RolloutsConfig(shopChart(), 'Config', { plugins: [plugin, plugin] })).toThrow(/example\/approve is listed twice/);
  });

  test.each([
    [{ name: 'a/b/c' }, /named "a\/b\/c". write namespace\/name/],
    [{ name: 'example/approve', sha256: 'A'.repeat(64) }, /give 64 hexadecimal digits in lower case/],
  ] as const)('refuses %j', (props, message) => {
    expect(() => RolloutsPlugin.step({ location: 'file:///plugins/approve', ...props })).toThrow(message);
  });
});
