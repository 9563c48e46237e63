// One expression that does not compile, and Argo CD refuses the whole ConfigMap.
import { type ArgoApp, ArgoCdNotifications, ArgoChart, NotificationService, NotificationTrigger } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'argo-cd', { namespace: 'argocd' });
  new ArgoCdNotifications(chart, 'Notifications', {
    argocdUrl: 'https://argocd.example.com',
    services: [NotificationService.slack({ token: '$slack-token' })],
    templates: { degraded: { message: 'degraded' } },
    triggers: { 'on-degraded': NotificationTrigger.when('app.status.health.status = \'Degraded\'', { send: ['degraded'] }) },
    subscriptions: [{ recipients: ['slack:releases'], triggers: ['on-degraded'] }],
  });
}
