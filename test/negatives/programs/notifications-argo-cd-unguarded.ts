// An Application that was never synced has no operationState, and reading a field of it would be an error.
import { type ArgoApp, ArgoCdNotifications, ArgoChart, NotificationService, NotificationTrigger } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'argo-cd', { namespace: 'argocd' });
  new ArgoCdNotifications(chart, 'Notifications', {
    argocdUrl: 'https://argocd.example.com',
    services: [NotificationService.slack({ token: '$slack-token' })],
    templates: { failed: { message: 'failed' } },
    triggers: { 'on-sync-failed': NotificationTrigger.when('app.status.operationState.phase in [\'Error\', \'Failed\']', { send: ['failed'] }) },
    subscriptions: [{ recipients: ['slack:releases'], triggers: ['on-sync-failed'] }],
  });
}
