import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleNotifications, notificationsMap } from './notifications-map';

/** Finds triggers that no annotation can name. */
export const triggerNames = defineRule({
  id: 'argo-cd-notifications/trigger-names',
  severity: 'warning',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-239'],
  title: 'the name of a trigger has no dot',
  rationale: 'Annotations of subscribers, subscribe.<trigger>.<service>, are split at their dots: the first part is the trigger and the second '
    + 'one the service. What has a dot in its name is never found.',
  bad: exampleNotifications(`
service.slack: "token: $slack-token"
template.failed: "message: failed"
trigger.on-sync-failed: |
  - when: app.status.operationState?.phase == 'Failed'
    send: [failed]
trigger.on.health: |
  - when: app.status.health.status == 'Degraded'
    send: [failed]`),
  good: exampleNotifications(`
service.slack: "token: $slack-token"
template.failed: "message: failed"
trigger.on-sync-failed: |
  - when: app.status.operationState?.phase == 'Failed'
    send: [failed]
trigger.on-health: |
  - when: app.status.health.status == 'Degraded'
    send: [failed]`),
  check(entry, context) {
    for (const { key, name, pointer } of notificationsMap(entry)?.triggers ?? []) {
      if (!name.includes('.')) continue;
      context.report(pointer, `no annotation can name the trigger ${name}`, { received: key, expected: 'a name without dots', fix: `write trigger.${name.replaceAll('.', '-')}` });
    }
  },
});
