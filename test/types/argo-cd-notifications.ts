import {
  type ApplicationOptions, type AppProjectProps, ArgoCdNotifications, NotificationCatalog, NotificationService, NotificationSubscription,
  NotificationTrigger, type RolloutProps,
} from 'cdk8s-argo';
import type { Construct } from 'constructs';

const argocdUrl = 'https://argocd.example.com';
const slack = NotificationService.slack({ token: '$slack-token' });
const failed = NotificationTrigger.when('app.status.operationState?.phase == \'Failed\'', { send: ['failed'] });

/** A trigger sends templates that there are. */
export function templates(scope: Construct): void {
  new ArgoCdNotifications(scope, 'Own', { argocdUrl, services: [slack], templates: { failed: {} }, triggers: { 'on-failed': failed } });
  new ArgoCdNotifications(scope, 'OfTheCatalog', {
    argocdUrl, services: [slack], catalog: [NotificationCatalog.onSyncFailed],
    triggers: { 'on-failed': NotificationTrigger.when('true', { send: ['app-sync-failed'] }) },
  });
  // @ts-expect-error there is no template failed
  new ArgoCdNotifications(scope, 'Unknown', { argocdUrl, services: [slack], templates: { faild: {} }, triggers: { 'on-failed': failed } });
  // @ts-expect-error nothing is sent
  NotificationTrigger.when('true', { send: [] });
  // @ts-expect-error always would be once for ever, or each time
  NotificationTrigger.always({ send: ['failed'] });
}

/** Subscribers are told by services that there are, about triggers that there are. */
export function subscriptions(scope: Construct): void {
  const services = [slack, NotificationService.webhook({ name: 'board', url: 'https://board.example.com' })] as const;
  const catalog = [NotificationCatalog.onSyncFailed] as const;
  const notifications = new ArgoCdNotifications(scope, 'Right', {
    argocdUrl, services, catalog, subscriptions: [{ recipients: ['slack:releases', 'board'], triggers: ['on-sync-failed'] }],
  });
  notifications.on('on-sync-failed').slack('releases');
  // @ts-expect-error there is no trigger of that name
  notifications.on('on-sync-faild').slack('releases');
  // @ts-expect-error mail is not configured
  new ArgoCdNotifications(scope, 'Service', { argocdUrl, services, catalog, subscriptions: [{ recipients: ['email:a'], triggers: ['on-sync-failed'] }] });
  // @ts-expect-error the trigger is not here
  new ArgoCdNotifications(scope, 'Trigger', { argocdUrl, services, catalog, subscriptions: [{ recipients: ['board'], triggers: ['on-deployed'] }] });
  // @ts-expect-error the trigger is not here
  new ArgoCdNotifications(scope, 'Default', { argocdUrl, services, catalog, defaultTriggers: ['on-deployed'] });
  // @ts-expect-error mail is not configured
  new ArgoCdNotifications(scope, 'DefaultOf', { argocdUrl, services, catalog, serviceDefaultTriggers: { email: ['on-sync-failed'] } });
}

/** Services are of the types that there are, and secrets are only named. */
export function services(): void {
  NotificationService.ofType('webex', { options: { token: '$webex-token' } });
  // @ts-expect-error no such type
  NotificationService.ofType('discord', { options: {} });
  // @ts-expect-error a token in plain text
  NotificationService.mattermost({ apiURL: 'https://chat.example.com', token: 'hunter2' });
}

/** Events of Rollouts are not those of Applications. */
export function kinds(): void {
  const ofApplication: ApplicationOptions['notifications'] = [NotificationSubscription.onApplication('on-deployed').slack('shop')];
  const ofProject: AppProjectProps['notifications'] = [NotificationSubscription.onDefaultTriggers().slack('shop')];
  // @ts-expect-error an Application has no rollout
  const wrong: ApplicationOptions['notifications'] = [NotificationSubscription.on('on-rollout-aborted').slack('shop')];
  // @ts-expect-error a Rollout is not synced
  const other: RolloutProps['notifications'] = [NotificationSubscription.onApplication('on-deployed').slack('shop')];
  void [ofApplication, ofProject, wrong, other];
}
