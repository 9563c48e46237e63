import { isJsonObject } from '../../../manifests/json';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { type NotificationEntry, notificationsFor, type NotificationsMap } from '../argo-cd-notifications/notifications-map';
import { exampleRollout, joinDocuments } from '../rollouts/example-rollout';
import { exampleRolloutsMap, rolloutNotificationsFor, ROLLOUTS_NOTIFICATIONS } from './rollouts-config-maps';
import { subscribedRollout, subscriptionsOf } from './subscriptions';

/** Services that send to those alone whom they list, and the field with the list. @see pkg/services in argoproj/notifications-engine */
const LISTS: Readonly<Record<string, string>> = {
  'googlechat': 'webhooks',
  'opsgenie': 'apiKeys',
  'pagerdutyv2': 'serviceKeys',
  'teams': 'recipientUrls',
  'teams-workflows': 'recipientUrls',
};

/** Finds recipients that their service does not know. */
export const recipientKnown = defineRule({
  id: 'control-plane/recipient-known',
  severity: 'warning',
  kinds: ['argoproj.io/Rollout', 'argoproj.io/Application', 'argoproj.io/AppProject'],
  since: '0.1.0',
  implements: [],
  title: 'recipients of PagerDuty, Opsgenie, Teams and Google Chat are those that the service lists',
  rationale: 'These services send with a key or a URL a recipient, which the ConfigMap lists by name. To anybody else nothing is sent, and the '
    + 'only trace is an error in the log. Looked at only where the ConfigMap is among the manifests.',
  bad: joinDocuments(subscribedRollout(exampleRollout(), 'on-rollout-aborted.pagerdutyv2: shpo'), notifications()),
  good: joinDocuments(subscribedRollout(exampleRollout(), 'on-rollout-aborted.pagerdutyv2: shop'), notifications()),
  check(entry, context) {
    const subscriptions = subscriptionsOf(entry);
    if (subscriptions.length === 0) return;
    const maps = entry.id.kind === 'Rollout' ? rolloutNotificationsFor(entry, context.manifests) : notificationsFor(entry, context.manifests);
    for (const { pointer, service, recipients } of subscriptions) {
      const listed = recipientsOf(maps, service);
      if (listed === undefined || recipients.includes('{{')) continue;
      for (const recipient of recipients.split(';').map((one) => one.trim())) {
        if (recipient === '' || listed.includes(recipient)) continue;
        const near = nearest(recipient, listed);
        context.report(pointer, `${service} has no recipient ${recipient}, so nothing is sent`, {
          received: recipient, expected: listed.join(', '), fix: near ? `did you mean ${near}?` : 'name one of these, or add it to the service',
        });
      }
    }
  },
});

/** Whom a service knows; undefined where it asks nobody's name, or is not in sight. */
function recipientsOf(maps: readonly NotificationsMap[], service: string): readonly string[] | undefined {
  const entries = maps.flatMap(({ services }) => services.filter(({ key }) => key.split('.').at(-1) === service));
  const lists = entries.map(listOf);
  return lists.length === 0 || lists.includes(undefined) ? undefined : lists.flatMap((list) => list!).sort();
}

function listOf({ key, value }: NotificationEntry): readonly string[] | undefined {
  const field = LISTS[key.split('.')[1]!];
  const list = field === undefined || !isJsonObject(value) ? undefined : value[field];
  return isJsonObject(list) ? Object.keys(list) : undefined;
}

function notifications(): string {
  return exampleRolloutsMap(ROLLOUTS_NOTIFICATIONS, `
service.pagerdutyv2: |
  serviceKeys:
    shop: $pagerduty-shop
template.aborted: |
  message: rollout {{.rollout.metadata.name}} was aborted
trigger.on-rollout-aborted: |
  - send: [aborted]`);
}
