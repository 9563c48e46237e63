import {
  Application, ArgoCdNotifications, Destination, NotificationCatalog, NotificationService, NotificationSubscription, NotificationTrigger,
  type Source,
} from 'cdk8s-argo';
import type { Construct } from 'constructs';

/** What is told about every Application, and to whom. */
export function notifications(scope: Construct) {
  return new ArgoCdNotifications(scope, 'Notifications', {
    argocdUrl: 'https://argocd.example.com',
    // Keys of argocd-notifications-secret: values of them are never written here.
    services: [
      NotificationService.slack({ token: '$slack-token' }),
      NotificationService.email({ host: 'mail.example.com', port: 587, from: 'argocd@example.com', username: '$mail-user', password: '$mail-password' }),
      NotificationService.teamsWorkflows({ recipientUrls: { platform: '$platform-channel-url' } }),
      NotificationService.mattermost({ apiURL: 'https://chat.example.com', token: '$mattermost-token' }),
      NotificationService.alertmanager({ targets: ['alertmanager.monitoring.svc.cluster.local:9093'], bearerToken: '$alertmanager-token' }),
      NotificationService.webhook({ name: 'deployments', url: 'https://deployments.example.com', headers: { Authorization: 'Bearer $deployments-token' } }),
      NotificationService.ofType('webex', { options: { token: '$webex-token' } }),
    ],
    // Triggers with their templates, ready made. Two of them are worth an alert: a sync that failed, and a cluster that drifted.
    catalog: [
      NotificationCatalog.onSyncFailed, NotificationCatalog.onHealthDegraded, NotificationCatalog.onDrifted, NotificationCatalog.onDeployed,
      NotificationCatalog.onCreated, NotificationCatalog.onDeleted, NotificationCatalog.onSyncRunning, NotificationCatalog.onSyncSucceeded,
      NotificationCatalog.onSyncStatusUnknown,
    ],
    templates: {
      'long-sync': {
        message: 'Application {{ .app.metadata.name }} has been syncing since {{ .app.status.operationState.startedAt }}.',
        slack: {
          // What ends in toJson is written with the quotes of toJson: any text fits.
          attachments: [{ title: '{{ .app.metadata.name }}', text: '{{ .app.status.operationState.message | toJson }}' }],
          groupingKey: '{{ .app.metadata.name }}',
        },
        alertmanager: { labels: { alertname: 'LongSync', application: '{{ .app.metadata.name }}' } },
      },
      'deployed-version': {
        webhook: { deployments: { method: 'POST', path: '/{{ .app.metadata.name }}', body: '{{ toJson .app.status.summary.images }}' } },
      },
    },
    triggers: {
      'on-long-sync': NotificationTrigger.when(
        'app.status.operationState?.phase == \'Running\' and time.Now().Sub(time.Parse(app.status.operationState.startedAt)).Minutes() >= 15',
        { send: ['long-sync'], oncePer: 'app.status.operationState.startedAt', description: 'A sync takes longer than it should.' },
      ),
      'on-version': NotificationTrigger.always({ send: ['deployed-version'], oncePer: 'app.status?.sync?.revision' }),
    },
    defaultTriggers: ['on-sync-failed', 'on-health-degraded'],
    serviceDefaultTriggers: { email: ['on-sync-failed'] },
    subscriptions: [
      { recipients: ['slack:releases'], selector: 'tier=production' },
      { recipients: ['teams-workflows:platform'], triggers: ['on-drifted', 'on-long-sync'] },
      { recipients: ['deployments'], triggers: ['on-version'] },
    ],
    context: { runbooks: 'https://runbooks.example.com' },
  });
}

/** An Application whose team has a channel of its own, and what that team alone wants to know. */
export function storefront(scope: Construct, told: ReturnType<typeof notifications>, source: Source): Application {
  told.addService(NotificationService.telegram({ token: '$shop-bot-token' }))
    .addTemplate('new-pods', { message: 'The storefront runs {{ len .app.status.summary.images }} images.' })
    .addTrigger('on-new-pods', NotificationTrigger.when('app.status.health.status == \'Progressing\'', { send: ['new-pods'] }))
    .subscribe({ recipients: ['telegram:-1001234'], triggers: ['on-new-pods'], selector: 'app=storefront' });
  return new Application(scope, 'Storefront', {
    source,
    destination: Destination.inCluster('shop'),
    notifications: [
      // Names of triggers are those that are configured above, or any text where they are configured elsewhere.
      told.on('on-deployed', 'on-sync-failed').slack('shop'),
      NotificationSubscription.onApplication('on-health-degraded').slack('shop-on-call'),
      NotificationSubscription.onDefaultTriggers().email('shop@example.com'),
    ],
  });
}
