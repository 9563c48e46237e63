import { mapsOfChart } from '../../src/manifests/argo-cd-chart';
import type { JsonObject } from '../../src/manifests/json';

function dataOf(values: JsonObject): object {
  return Object.fromEntries(mapsOfChart(values).map(({ name, data }) => [name, data]));
}

test('the ConfigMaps have the texts that the chart writes', () => {
  expect(dataOf({
    configs: {
      cm: { 'create': true, 'annotations': { a: 'b' }, 'admin.enabled': false, 'webhook.maxPayloadSizeMB': 50, 'url': '', 'exec.enabled': null },
      params: { 'server.insecure': true },
      rbac: { 'policy.default': 'role:readonly', 'scopes': ['groups'] },
    },
    notifications: {
      argocdUrl: 'https://argo-cd.example.com',
      context: { region: 'eu' },
      notifiers: { 'service.slack': 'token: $slack-token' },
      subscriptions: [{ recipients: ['slack:shop'], triggers: ['on-sync-failed'] }],
    },
  })).toEqual({
    'argocd-cm': { 'admin.enabled': 'false', 'webhook.maxPayloadSizeMB': '50' },
    'argocd-cmd-params-cm': { 'server.insecure': 'true' },
    'argocd-rbac-cm': { 'policy.default': 'role:readonly', 'scopes': ['groups'] },
    'argocd-notifications-cm': {
      'context': 'argocdUrl: https://argo-cd.example.com\nregion: eu\n',
      'service.slack': 'token: $slack-token',
      'subscriptions': '- recipients:\n    - slack:shop\n  triggers:\n    - on-sync-failed\n',
    },
  });
});

test('what the chart is told not to make is none', () => {
  const rbac = { 'policy.default': '' };
  expect(dataOf({ configs: { rbac: { ...rbac, create: false }, cm: { create: true }, params: 'none' } })).toEqual({});
  expect(dataOf({ notifications: { enabled: false, notifiers: { 'service.slack': 'x' } } })).toEqual({});
  expect(dataOf({ notifications: { cm: { create: false }, notifiers: { 'service.slack': 'x' } } })).toEqual({});
  expect(dataOf({ configs: { rbac } })).toEqual({ 'argocd-rbac-cm': rbac });
});

test('each key has its place, and the address is that of the domain', () => {
  const [config, notifications] = mapsOfChart({
    global: { domain: 'cd.example.com' }, configs: { cm: { 'a/b': 'x' } }, notifications: { triggers: { 'trigger.t': '[]' }, context: { a: 'b' } },
  });
  expect(config!.places.get('a/b')).toBe('/configs/cm/a~1b');
  expect(config!.defaults.url).toBe('https://cd.example.com');
  expect([...notifications!.places]).toEqual([['trigger.t', '/notifications/triggers/trigger.t'], ['context', '/notifications/context']]);
  expect(notifications!.data.context).toContain('argocdUrl: https://cd.example.com');
});
