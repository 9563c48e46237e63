import { isJsonObject, type JsonObject } from '../../../manifests/json';
import type { Pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { ofArgoCd } from '../scopes';
import { exampleNotifications, itemsOf, type NotificationEntry, notificationsMap, type NotificationsMap, textOf } from './notifications-map';

interface Named {
  readonly what: 'template' | 'trigger' | 'service';
  readonly name: string;
  /** What would give the name a meaning. @default - what it is, and its name */
  readonly key?: string;
  readonly where: string;
  readonly pointer: Pointer;
}

/** Finds names in argocd-notifications-cm that stand for nothing in it. */
export const namesDefined = defineRule({
  id: 'argo-cd-notifications/names-defined',
  severity: 'warning',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-236'],
  title: 'triggers send templates that there are, and subscriptions name triggers and services that there are',
  rationale: 'A template, trigger or service that is not in the ConfigMap is noticed when something should be sent: then nothing is, and an '
    + 'error stands in the log.',
  needsWholeObject: true,
  bad: exampleNotifications(`
service.slack: "token: $slack-token"
template.sync-failed: "message: failed"
trigger.on-sync-failed: |
  - when: app.status.operationState?.phase == 'Failed'
    send: [app-sync-failed]`),
  good: exampleNotifications(`
service.slack: "token: $slack-token"
template.app-sync-failed: "message: failed"
trigger.on-sync-failed: |
  - when: app.status.operationState?.phase == 'Failed'
    send: [app-sync-failed]`),
  check(entry, context) {
    const map = notificationsMap(entry);
    // What has no trigger at all is one part of several that are put together elsewhere.
    if (!map || map.isLegacy || map.triggers.length === 0) return;
    const names = (entries: readonly NotificationEntry[]): string[] => entries.map(({ name }) => name);
    const known = { template: names(map.templates), trigger: names(map.triggers), service: map.serviceNames };
    for (const { what, name, key = `${what}.${name}`, where, pointer } of namedIn(map)) {
      if (known[what].includes(name) || name === '') continue;
      const near = nearest(name, known[what]);
      context.report(pointer, `${where} ${name}, and there is no ${what} of that name, so nothing is sent`, {
        received: name, expected: known[what].join(', ') || `the key ${key}`, fix: near ? `did you mean ${near}?` : `add the key ${key}`,
      });
    }
  },
});

function namedIn(map: NotificationsMap): Named[] {
  const { subscriptions } = map;
  return [
    ...map.conditions.flatMap(({ entry: { key, pointer }, send }) => send.map((name): Named => ({ what: 'template', name, where: `${key} sends`, pointer }))),
    ...map.defaultTriggers.flatMap(({ key, value, pointer }) =>
      itemsOf(value).map((name): Named => ({ what: 'trigger', name: textOf(name), where: `${key} lists`, pointer }))),
    ...map.templates.flatMap(({ key, value, pointer }) =>
      Object.keys(webhooksIn(value)).map((name): Named => ({ what: 'service', name, key: `service.webhook.${name}`, where: `${key} writes to the webhook`, pointer }))),
    ...itemsOf(subscriptions?.value).filter(isJsonObject).flatMap(({ recipients, triggers }) => [
      ...itemsOf(recipients).map((one): Named => ({ what: 'service', name: textOf(one).split(':', 1)[0]!, where: 'somebody is told by', pointer: subscriptions!.pointer })),
      ...itemsOf(triggers).map((one): Named => ({ what: 'trigger', name: textOf(one), where: 'somebody is told about', pointer: subscriptions!.pointer })),
    ]),
  ];
}

function webhooksIn(template: unknown): JsonObject {
  return isJsonObject(template) && isJsonObject(template.webhook) ? template.webhook : {};
}
