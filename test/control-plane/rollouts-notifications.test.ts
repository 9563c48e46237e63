import { load } from 'js-yaml';
import { NotificationService } from '../../src/control-plane/notifications/notification-service';
import type { NotificationTemplate } from '../../src/control-plane/notifications/notification-template';
import type { NotificationSecretKey } from '../../src/control-plane/notifications/secret-key';
import { RolloutsNotifications, type RolloutsNotificationsProps } from '../../src/control-plane/rollouts-notifications';
import { shopChart, theObject } from '../shop';

const slack = NotificationService.slack({ token: '$slack-token' });
const aborted = { message: 'rollout {{.rollout.metadata.name}} was aborted: {{.rollout.status.message}}' };

describe('RolloutsNotifications', () => {
  test('is the ConfigMap that the controller reads', () => {
    const chart = shopChart({ namespace: 'argo-rollouts' });
    new RolloutsNotifications(chart, 'Notifications', {
      services: [slack, NotificationService.slack({ name: 'on-call', token: '$on-call-token', icon: ':fire:' }), NotificationService.webhook({ name: 'dashboard', url: 'https://example.com' })],
      templates: { aborted: { ...aborted, webhook: { dashboard: { method: 'POST', path: '/aborted' } } }, done: { message: 'done' } },
      triggers: { 'on-rollout-aborted': [{ send: ['aborted'], when: 'rollout.spec.strategy.canary != nil' }], 'on-rollout-completed': [{ send: ['done'] }] },
      subscriptions: [{ recipients: ['slack:releases'], triggers: ['on-rollout-aborted'], selector: 'team=shop' }],
    });
    const { metadata, data } = theObject(chart.toJson(), 'ConfigMap');
    expect(metadata).toMatchObject({ name: 'argo-rollouts-notification-configmap', namespace: 'argo-rollouts' });
    expect(Object.fromEntries(Object.entries(data as Record<string, string>).map(([key, text]) => [key, load(text)]))).toEqual({
      'service.slack': { token: '$slack-token' },
      'service.slack.on-call': { token: '$on-call-token', icon: ':fire:' },
      'service.webhook.dashboard': { url: 'https://example.com' },
      'template.aborted': { ...aborted, webhook: { dashboard: { method: 'POST', path: '/aborted' } } },
      'template.done': { message: 'done' },
      'trigger.on-rollout-aborted': [{ send: ['aborted'], when: 'rollout.spec.strategy.canary != nil' }],
      'trigger.on-rollout-completed': [{ send: ['done'] }],
      subscriptions: [{ recipients: ['slack:releases'], triggers: ['on-rollout-aborted'], selector: 'team=shop' }],
    });
  });

  type Props = RolloutsNotificationsProps<{ aborted: NotificationTemplate }>;
  const base: Props = { services: [slack], templates: { aborted }, triggers: { 'on-rollout-aborted': [{ send: ['aborted'] }] } };

  test.each<[string, Partial<Props>, RegExp]>([
    ['two services of one name', { services: [slack, slack] }, /two services are named "slack"/],
    ['nothing to send about', { triggers: {} }, /there is no trigger/],
    ['a webhook that is no service', { templates: { aborted: { webhook: { board: { method: 'POST' } } } } }, /the template aborted writes to the webhook "board"/],
    ['a subscription by an unknown service', { subscriptions: [{ recipients: ['email:a@example.com'], triggers: ['on-rollout-aborted'] }] }, /told by "email", which is no service/],
    ['a subscription to nothing', { subscriptions: [{ recipients: ['slack:a'], triggers: ['on-rollout-paused'] }] }, /told about on-rollout-paused, which has no trigger/],
    ['a template whose name came from elsewhere', { templates: {} as Props['templates'] }, /sends the template "aborted", which is not here. the templates are: none/],
  ])('refuses %s', (_, props, message) => {
    expect(() => new RolloutsNotifications(shopChart(), 'Notifications', { ...base, ...props })).toThrow(message);
  });
});

describe('NotificationService', () => {
  test.each([
    ['service.email', NotificationService.email({ host: 'mail.example.com', port: 587, from: 'cd@example.com', username: '$user', password: '$password' }),
      { host: 'mail.example.com', port: 587, from: 'cd@example.com', username: '$user', password: '$password' }],
    ['service.teams', NotificationService.teams({ recipientUrls: { releases: '$teams-url' } }), { recipientUrls: { releases: '$teams-url' } }],
    ['service.googlechat', NotificationService.googleChat({ webhooks: { releases: '$chat-url' } }), { webhooks: { releases: '$chat-url' } }],
    ['service.telegram', NotificationService.telegram({ token: '$bot' }), { token: '$bot' }],
    ['service.pagerdutyv2', NotificationService.pagerDuty({ serviceKeys: { shop: '$shop' } }), { serviceKeys: { shop: '$shop' } }],
    ['service.opsgenie', NotificationService.opsgenie({ apiUrl: 'api.opsgenie.com', apiKeys: { shop: '$shop' } }), { apiUrl: 'api.opsgenie.com', apiKeys: { shop: '$shop' } }],
    ['service.grafana', NotificationService.grafana({ apiUrl: 'https://grafana.example.com/api', apiKey: '$grafana' }), { apiUrl: 'https://grafana.example.com/api', apiKey: '$grafana' }],
    ['service.github', NotificationService.gitHub({ appID: 1, installationID: 2, privateKey: '$github' }), { appID: 1, installationID: 2, privateKey: '$github' }],
    ['service.mattermost.shop', NotificationService.ofType('mattermost', { name: 'shop', options: { apiURL: 'https://example.com' } }), { apiURL: 'https://example.com' }],
    ['service.webhook.board', NotificationService.webhook({ name: 'board', url: 'https://example.com', headers: { Authorization: 'Bearer $token' }, basicAuth: { username: 'cd', password: '$password' } }),
      { url: 'https://example.com', headers: [{ name: 'Authorization', value: 'Bearer $token' }], basicAuth: { username: 'cd', password: '$password' } }],
  ])('%s', (key, service, options) => {
    const [name, rendered] = service._entry();
    expect([name, JSON.parse(JSON.stringify(rendered))]).toEqual([key, options]);
  });

  test.each([
    ['a token in plain text', () => NotificationService.slack({ token: '$xoxb.123' }), /^token is no key of the notification Secret(?!.*xoxb)/],
    ['a token that only looks like a key to nobody', () => NotificationService.telegram({ token: 'xoxb' as NotificationSecretKey }), /^token is no key/],
    ['nobody to tell', () => NotificationService.teams({ recipientUrls: {} }), /recipientUrls has no entry/],
    ['a secret header', () => NotificationService.webhook({ name: 'board', url: 'https://example.com', headers: { 'X-Api-Key': 'hunter2' } }), /the header X-Api-Key would be committed/],
    ['a dot in a name', () => NotificationService.webhook({ name: 'a.b', url: 'https://example.com' }), /"a.b" cannot be part of a key/],
  ])('refuses %s', (_, make, message) => {
    expect(make).toThrow(message);
  });
});
