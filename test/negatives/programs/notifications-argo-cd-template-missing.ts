// Where names come from several places the compiler cannot compare them.
import { type ArgoApp, ArgoCdNotifications, ArgoChart, NotificationCatalog, NotificationService, NotificationTrigger } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'argo-cd', { namespace: 'argocd' });
  const notifications = new ArgoCdNotifications(chart, 'Notifications', {
    argocdUrl: 'https://argocd.example.com',
    services: [NotificationService.slack({ token: '$slack-token' })],
    catalog: [NotificationCatalog.onSyncFailed],
    subscriptions: [{ recipients: ['slack:releases'], triggers: ['on-sync-failed'] }],
  });
  notifications.addTrigger('on-degraded', NotificationTrigger.when('app.status.health.status == \'Degraded\'', { send: ['app-health-degraded'] }));
}
