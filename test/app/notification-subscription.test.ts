import { NotificationSubscription, subscriptionAnnotations } from '../../src/app/notification-subscription';

describe('NotificationSubscription', () => {
  test('is an annotation for each trigger and service', () => {
    expect(subscriptionAnnotations([
      NotificationSubscription.on('on-rollout-aborted', 'on-analysis-run-failed').slack('releases', 'on-call'),
      NotificationSubscription.on('on-rollout-completed').webhook('dashboard'),
      NotificationSubscription.on('on-rollout-paused').pagerDuty('shop'),
    ])).toEqual({
      'notifications.argoproj.io/subscribe.on-rollout-aborted.slack': 'releases;on-call',
      'notifications.argoproj.io/subscribe.on-analysis-run-failed.slack': 'releases;on-call',
      'notifications.argoproj.io/subscribe.on-rollout-completed.dashboard': '',
      'notifications.argoproj.io/subscribe.on-rollout-paused.pagerdutyv2': 'shop',
    });
  });

  test('adds recipients of the same trigger and service once each', () => {
    expect(subscriptionAnnotations([
      NotificationSubscription.on('on-rollout-aborted').email('shop@example.com'),
      NotificationSubscription.on('on-rollout-aborted').email('ops@example.com', 'shop@example.com'),
    ])).toEqual({ 'notifications.argoproj.io/subscribe.on-rollout-aborted.email': 'shop@example.com;ops@example.com' });
  });

  test.each([
    ['two recipients in one text', () => NotificationSubscription.on('on-rollout-aborted').slack('a;b'), /"a;b" would be split at its semicolon/],
    ['nobody', () => NotificationSubscription.on('on-rollout-aborted').slack(' '), /" " is nobody/],
    ['a service with a dot', () => NotificationSubscription.on('on-rollout-aborted').service('slack.shop', 'a'), /"slack.shop" cannot be part of an annotation/],
    ['a key that is too long', () => NotificationSubscription.on('on-rollout-step-completed').webhook('w'.repeat(30)), /would have 66 characters, at most 63/],
  ])('refuses %s', (_, make, message) => {
    expect(make).toThrow(message);
  });
});
