import { ArgoCdNotifications, type ArgoChart, NotificationCatalog, NotificationService } from 'cdk8s-argo';

/**
 * Messages to Slack when a sync fails and when something is degraded. Two ConfigMaps had this name, so the one applied last would have been
 * the only one; and both knew what to say and when, and nobody subscribed: nothing would ever have been sent.
 */
export function notifications(scope: ArgoChart): void {
  new ArgoCdNotifications(scope, 'Notifications', {
    argocdUrl: 'https://argocd.example.com',
    services: [NotificationService.slack({ token: '$slack-token' })],
    // One of them asked for an Application that is OutOfSync and Degraded, which is no sync that failed: those would have gone by in
    // silence. The other read the phase of an operation that a new Application does not have.
    catalog: [NotificationCatalog.onSyncFailed, NotificationCatalog.onHealthDegraded],
    subscriptions: [{ recipients: ['slack:deployments'], triggers: ['on-sync-failed', 'on-health-degraded'] }],
  });
}
