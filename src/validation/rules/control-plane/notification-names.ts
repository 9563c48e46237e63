import { isJsonObject, type JsonValue } from '../../../manifests/json';
import { type Pointer } from '../../../manifests/pointer';
import { BUNDLED_ROLLOUT_TRIGGERS, OTHER_ROLLOUT_TRIGGERS } from '../../../manifests/rollout-triggers';
import { certainlyMeant, renamed } from '../../certain-edit';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { itemsOf, type NotificationEntry, type NotificationsMap, textOf } from '../argo-cd-notifications/notifications-map';
import { ofArgoRollouts } from '../scopes';
import { exampleRolloutsMap, rolloutNotifications, ROLLOUTS_NOTIFICATIONS } from './rollouts-config-maps';

const EVENTS: readonly string[] = [...BUNDLED_ROLLOUT_TRIGGERS, ...OTHER_ROLLOUT_TRIGGERS];

interface Named {
  readonly what: 'template' | 'trigger' | 'service';
  readonly name: string;
  readonly where: string;
  readonly pointer: Pointer;
  /** What the ConfigMap would call it. */
  readonly key?: string;
}

/** A ConfigMap with a trigger that sends this template. */
function sendExample(template: string): string {
  return exampleRolloutsMap(ROLLOUTS_NOTIFICATIONS, `
service.slack: |
  token: $slack-token
template.rollout-aborted: |
  message: aborted
trigger.on-rollout-aborted: |
  - send: [${template}]`);
}

/** Finds names in the notification ConfigMap of Argo Rollouts that stand for nothing in it. */
export const notificationNames = defineRule({
  id: 'control-plane/notification-names',
  severity: 'warning',
  kinds: ['ConfigMap'],
  scope: ofArgoRollouts,
  since: '0.1.0',
  implements: [],
  title: 'triggers of Rollouts are named like events, and send templates that there are',
  rationale: 'A template, trigger or service that is not in the ConfigMap is noticed when something should be sent: then nothing is, and an '
    + 'error stands in the log. A trigger has the name of an event, and one that is misspelt never fires.',
  bad: sendExample('rollout-abort'),
  good: sendExample('rollout-aborted'),
  check(entry, context) {
    const map = rolloutNotifications(entry);
    // What has no trigger at all is one part of several that are put together elsewhere.
    if (!map || map.triggers.length === 0) return;
    for (const { name, key, pointer } of map.triggers) {
      const near = EVENTS.includes(name) ? undefined : nearest(name, EVENTS);
      if (near === undefined) continue;
      const meant = certainlyMeant(name, EVENTS);
      context.report(pointer, `no event of a Rollout is called ${name}, so ${key} never fires`, {
        received: name, expected: near, fix: `did you mean ${near}?`, ...renamed(pointer, meant && `trigger.${meant}`),
      });
    }
    const names = (entries: readonly NotificationEntry[]): string[] => entries.map(({ name }) => name);
    const known = { template: names(map.templates), trigger: names(map.triggers), service: map.serviceNames };
    for (const { what, name, where, pointer, key = `${what}.${name}` } of namedIn(map)) {
      if (known[what].includes(name) || name === '') continue;
      const near = EVENTS.includes(name) ? undefined : nearest(name, known[what]);
      context.report(pointer, `${where} ${name}, and there is no ${what} of that name, so nothing is sent`, {
        received: name, expected: known[what].join(', ') || `the key ${key}`, fix: near ? `did you mean ${near}?` : `add the key ${key}`,
      });
    }
  },
});

function namedIn(map: NotificationsMap): Named[] {
  const { subscriptions } = map;
  const told = subscriptions?.pointer ?? '';
  return [
    ...map.conditions.flatMap(({ entry: { key, pointer }, send }) =>
      send.map((name): Named => ({ what: 'template', name, where: `${key} sends`, pointer }))),
    ...map.defaultTriggers.flatMap(({ key, value, pointer }) =>
      itemsOf(value).map((name): Named => ({ what: 'trigger', name: textOf(name), where: `${key} lists`, pointer }))),
    ...map.templates.flatMap(({ key, value, pointer }) =>
      webhooksIn(value).map((name): Named => ({
        what: 'service', name, where: `${key} writes to the webhook`, pointer, key: `service.webhook.${name}`,
      }))),
    ...itemsOf(subscriptions?.value).filter(isJsonObject).flatMap(({ recipients, triggers }) => [
      ...itemsOf(recipients).map((one): Named => ({ what: 'service', name: textOf(one).split(':', 1)[0]!, where: 'somebody is told by', pointer: told })),
      ...itemsOf(triggers).map((one): Named => ({ what: 'trigger', name: textOf(one), where: 'somebody is told about', pointer: told })),
    ]),
  ];
}

function webhooksIn(template: JsonValue | undefined): string[] {
  return isJsonObject(template) && isJsonObject(template.webhook) ? Object.keys(template.webhook) : [];
}
