import { ArgoCdNotifications, NotificationCatalog, NotificationService } from 'cdk8s-argo';
import type { Construct } from 'constructs';

/** What is worth an alert: a sync that failed, an app that is not well, a cluster that is no longer what Git says. */
export function notifications(scope: Construct): void {
  new ArgoCdNotifications(scope, 'Notifications', {
    argocdUrl: 'https://argocd.example.com',
    services: [NotificationService.slack({ token: '$slack-token' })],
    catalog: [NotificationCatalog.onSyncFailed, NotificationCatalog.onHealthDegraded, NotificationCatalog.onDrifted],
    subscriptions: [{ recipients: ['slack:platform-alerts'], triggers: ['on-sync-failed', 'on-health-degraded', 'on-drifted'] }],
  });
}
