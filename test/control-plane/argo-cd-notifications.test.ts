import { load } from 'js-yaml';
import { ArgoApp } from '../../src/app/argo-app';
import { ArgoChart } from '../../src/app/argo-chart';
import { NotificationSubscription } from '../../src/app/notification-subscription';
import { AppProject } from '../../src/apps/app-project';
import { Application } from '../../src/apps/application';
import { Destination } from '../../src/apps/destination';
import { Source } from '../../src/apps/source';
import { ArgoCdInstallation } from '../../src/control-plane/argo-cd/argo-cd-installation';
import { ArgoCdNotifications } from '../../src/control-plane/notifications/argo-cd-notifications';
import type { CatalogNotification } from '../../src/control-plane/notifications/catalog-notification';
import { NotificationCatalog } from '../../src/control-plane/notifications/notification-catalog';
import { NotificationService } from '../../src/control-plane/notifications/notification-service';
import { templateToKube } from '../../src/control-plane/notifications/notification-template';
import { NotificationTrigger } from '../../src/control-plane/notifications/notification-trigger';
import { Repository } from '../../src/fleet/repository';
import { NOTIFICATION_FUNCTIONS } from '../../src/languages/go-templates/function-names';
import { renderGoTemplate } from '../../src/languages/go-templates/render';
import { fromJson } from '../../src/languages/go-templates/values';
import type { JsonObject } from '../../src/manifests/json';
import outcomes from '../languages/trigger-expressions/outcomes.json';
import { shopChart, theObject } from '../shop';

const slack = NotificationService.slack({ token: '$slack-token' });
const argocdUrl = 'https://argocd.example.com';
const failed = NotificationTrigger.when('app.status.operationState?.phase == \'Failed\'', { send: ['failed'], oncePer: 'app.status.sync.revision' });

function dataOf(chart: ArgoChart): Record<string, unknown> {
  const { data } = theObject(chart.toJson(), 'ConfigMap', 'argocd-notifications-cm');
  return Object.fromEntries(Object.entries(data as Record<string, string>).map(([key, text]) => [key, load(text)]));
}

describe('ArgoCdNotifications', () => {
  test('is the ConfigMap that Argo CD reads', () => {
    const chart = shopChart({ namespace: 'argocd' });
    new ArgoCdNotifications(chart, 'Notifications', {
      argocdUrl,
      services: [slack, NotificationService.webhook({ name: 'board', url: 'https://board.example.com' })],
      catalog: [NotificationCatalog.onHealthDegraded],
      templates: { failed: { message: 'failed', slack: { attachments: [{ title: '{{ .app.metadata.name }}' }] }, webhook: { board: { method: 'POST' } } } },
      triggers: { 'on-failed': failed },
      defaultTriggers: ['on-failed'],
      serviceDefaultTriggers: { slack: ['on-health-degraded'] },
      subscriptions: [{ recipients: ['slack:releases', 'board'], selector: 'team=shop' }],
      context: { runbooks: 'https://runbooks.example.com' },
    });
    expect(dataOf(chart)).toMatchObject({
      'service.slack': { token: '$slack-token' },
      'service.webhook.board': { url: 'https://board.example.com' },
      'template.failed': { message: 'failed', slack: { attachments: expect.stringContaining('"title": "{{ .app.metadata.name }}"') as string }, webhook: { board: { method: 'POST' } } },
      'trigger.on-failed': [{ when: 'app.status.operationState?.phase == \'Failed\'', send: ['failed'], oncePer: 'app.status.sync.revision' }],
      'trigger.on-health-degraded': [{ send: ['app-health-degraded'] }],
      'template.app-health-degraded': { message: expect.stringContaining('is degraded') as string },
      'defaultTriggers': ['on-failed'],
      'defaultTriggers.slack': ['on-health-degraded'],
      'subscriptions': [{ recipients: ['slack:releases', 'board'], selector: 'team=shop' }],
      'context': { argocdUrl, runbooks: 'https://runbooks.example.com' },
    });
  });

  test('takes what others add', () => {
    const chart = shopChart({ namespace: 'argocd' });
    const notifications = new ArgoCdNotifications(chart, 'Notifications', { argocdUrl, services: [slack] });
    notifications.addTrigger('on-failed', failed).addTemplate('failed', { message: 'failed' })
      .addService(NotificationService.telegram({ token: '$bot' })).subscribe({ recipients: ['telegram:-100'], triggers: ['on-failed'] });
    expect(dataOf(chart)).toMatchObject({
      'service.telegram': { token: '$bot' }, 'template.failed': { message: 'failed' },
      'subscriptions': [{ recipients: ['telegram:-100'], triggers: ['on-failed'] }],
    });
  });

  test('becomes values where Argo CD is installed by Helm', () => {
    const chart = shopChart({ namespace: 'argocd' });
    const argoCd = new ArgoCdInstallation(chart, 'ArgoCd', { as: 'helmValues' });
    new ArgoCdNotifications(argoCd, 'Notifications', {
      argocdUrl, services: [slack], catalog: [NotificationCatalog.onSyncFailed], subscriptions: [{ recipients: ['slack:a'], triggers: ['on-sync-failed'] }],
    });
    expect(chart.toJson()).toEqual([]);
    expect(argoCd.helmValues.notifications).toMatchObject({
      argocdUrl,
      notifiers: { 'service.slack': expect.stringContaining('$slack-token') as string },
      templates: { 'template.app-sync-failed': expect.any(String) as string },
      triggers: { 'trigger.on-sync-failed': expect.any(String) as string },
      subscriptions: [{ recipients: ['slack:a'], triggers: ['on-sync-failed'] }],
    });
  });

  const make = (props: object) => () => new ArgoCdNotifications(shopChart({ namespace: 'argocd' }), 'Notifications', { argocdUrl, services: [slack], ...props });

  test.each<[string, object, RegExp]>([
    ['two services of one name', { services: [slack, slack] }, /two services are named "slack"/],
    ['a template of the name of one in the catalog', { catalog: [NotificationCatalog.onDeployed], templates: { 'app-deployed': {} } }, /two templates are named "app-deployed"/],
    ['a template that does not parse', { templates: { a: { email: { subject: '{{ .app.metadata.name | toYaml }}' } } } }, /the template a does not parse.*email.subject, .*no function toYaml/],
    ['a trigger with a dot', { triggers: { 'on.failed': failed } }, /the trigger "on.failed" has a dot/],
    ['a recipient with a colon', { subscriptions: [{ recipients: ['slack:a:b'] }] }, /is split at its colons, and only "a" would be told/],
    ['a selector that is none', { subscriptions: [{ recipients: ['slack:a'], selector: 'team in web' }] }, /cannot be read at "team in web"/],
  ])('refuses %s', (_, props, message) => {
    expect(make(props)).toThrow(message);
  });

  test.each<[string, object, string]>([
    ['a template', { triggers: { 'on-failed': failed } }, 'the trigger on-failed sends "failed", which is no template. the templates are: none'],
    ['a trigger', { defaultTriggers: ['on-failed'] }, 'a default trigger is "on-failed", which is no trigger. the triggers are: none'],
    ['a service', { subscriptions: [{ recipients: ['email:a'] }], defaultTriggers: [] }, '"email:a" is told by "email", which is no service. the services are: slack'],
    ['a default trigger', { subscriptions: [{ recipients: ['slack:a'] }] }, 'somebody is told about the default triggers, and there are none. name triggers, or give defaultTriggers'],
    ['a webhook', { templates: { a: { webhook: { board: { method: 'POST' } } } } }, 'the template a writes to the webhook "board", which is no service. the services are: slack'],
  ])('finds %s that nobody has added', (_, props, message) => {
    expect(make(props)().node.validate()).toContain(message);
  });

  test('is declared once for an Argo CD', () => {
    const app = new ArgoApp();
    const chart = new ArgoChart(app, 'argo-cd', { namespace: 'argocd' });
    new ArgoCdNotifications(chart, 'A', { argocdUrl, services: [slack] });
    expect(() => new ArgoCdNotifications(chart, 'B', { argocdUrl, services: [slack] })).toThrow(/argocd-notifications-cm is declared already/);
  });
});

describe('NotificationTrigger', () => {
  test.each([
    ['what does not compile', 'app.metadata.name = \'web\'', /does not compile, and in the cluster would stop all notifications.*write == to compare/],
    ['a name that stands for nothing', 'application.status == nil', /would never do anything: nothing is called application/],
    ['a field of what may be missing', 'app.status.operationState.phase == \'Failed\'', /reads a field of app.status.operationState, which not every Application has.*write app\.status\.operationState\?\.phase == 'Failed'/],
    ['no truth', 'len(app.metadata.name)', /would never do anything: it is a whole number/],
  ])('refuses %s', (_, expression, message) => {
    expect(() => NotificationTrigger.when(expression, { send: ['a'] })).toThrow(message);
  });

  test('knows in oncePer what when has asked for', () => {
    expect(() => NotificationTrigger.when('app.status.operationState != nil', { send: ['a'], oncePer: 'app.status.operationState.startedAt' })).not.toThrow();
    expect(() => NotificationTrigger.always({ send: ['a'], oncePer: 'app.status.operationState.startedAt' })).toThrow(/the expression in oncePer reads a field/);
  });
});

describe('NotificationCatalog', () => {
  const catalog = Object.values(NotificationCatalog) as readonly CatalogNotification[];
  const app = (more: JsonObject): JsonObject => ({
    metadata: { name: 'web', namespace: 'argocd' }, spec: {},
    status: {
      sync: { status: 'OutOfSync' }, health: { status: 'Degraded' }, conditions: [{ type: 'SyncError', message: 'a "quoted" word' }],
      operationState: { phase: 'Failed', message: 'a "quoted" word\nand a line' }, ...more,
    },
  });

  test('has nine notifications', () => {
    expect(catalog.map(({ name }) => name).sort()).toEqual([
      'on-created', 'on-deleted', 'on-deployed', 'on-drifted', 'on-health-degraded', 'on-sync-failed', 'on-sync-running', 'on-sync-status-unknown',
      'on-sync-succeeded',
    ]);
  });

  // The second Application of the recorded outcomes has a sync that failed and is degraded.
  test.each(catalog.map((one) => [one.name, one] as const))('%s is evaluated without an error, for a new Application too', (name, { trigger }) => {
    const marks = new Map(outcomes as unknown as ReadonlyArray<readonly [string, string]>);
    const { when, oncePer } = trigger._toKube() as { when: string; oncePer?: string };
    expect(marks.get(when)).toBe({ 'on-created': 'tt', 'on-sync-failed': 'ft', 'on-health-degraded': 'ft' }[name as string] ?? 'ff');
    if (oncePer !== undefined) expect(marks.get(oncePer)).toMatch(/^[^e]{2}$/);
  });

  test.each(catalog.map((one) => [one.name, one] as const))('%s is readable, and JSON where it has to be', (_, { template }) => {
    const texts = templateToKube(template) as {
      message: string; slack: { attachments: string }; teams: { facts: string; potentialAction: string };
    };
    const data = fromJson({ app: app({}), context: { argocdUrl } });
    const filled = (text: string) => renderGoTemplate(text, data, { functions: NOTIFICATION_FUNCTIONS });
    expect(filled(texts.message)).toEqual({ text: expect.stringContaining('https://argocd.example.com/applications/argocd/web') as string });
    for (const text of [texts.slack.attachments, texts.teams.facts, texts.teams.potentialAction]) {
      const outcome = filled(text) as { text: string };
      expect(() => JSON.parse(outcome.text) as unknown).not.toThrow();
      expect(outcome.text).not.toContain('<no value>');
    }
  });
});

describe('subscriptions of Applications', () => {
  const source = Source.git({ repository: Repository.git({ url: 'https://git.example.com/org/config.git', revision: 'main' }), path: 'web' });

  test('are annotations of the Application, or of its project', () => {
    const chart = shopChart({ namespace: 'argocd' });
    const notifications = new ArgoCdNotifications(chart, 'Notifications', { argocdUrl, services: [slack], catalog: [NotificationCatalog.onDeployed] });
    new Application(chart, 'Web', {
      source, destination: Destination.inCluster('shop'),
      notifications: [notifications.on('on-deployed').slack('shop'), NotificationSubscription.onDefaultTriggers().email('shop@example.com')],
    });
    new AppProject(chart, 'Shop', {
      sourceRepositories: ['https://git.example.com/org/*'], destinations: [Destination.inCluster('shop')],
      notifications: [NotificationSubscription.onApplication('on-sync-failed').slack('shop')],
    });
    expect(theObject(chart.toJson(), 'Application').metadata.annotations).toEqual({
      'notifications.argoproj.io/subscribe.email': 'shop@example.com',
      'notifications.argoproj.io/subscribe.on-deployed.slack': 'shop',
    });
    expect(theObject(chart.toJson(), 'AppProject').metadata.annotations).toEqual({ 'notifications.argoproj.io/subscribe.on-sync-failed.slack': 'shop' });
  });

  test('name triggers without dots', () => {
    expect(() => NotificationSubscription.onApplication('on.failed').slack('shop')).toThrow(/the trigger "on.failed" cannot be part of an annotation/);
  });
});
