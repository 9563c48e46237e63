import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleNotifications, notificationsMap } from './notifications-map';
import { reportUnreadFields } from './unread-fields';

/** Finds fields that are passed over. */
export const knownFields = defineRule({
  id: 'argo-cd-notifications/known-fields',
  severity: 'warning',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-230', 'CD-231'],
  title: 'services, templates and triggers of notifications have fields that Argo CD reads',
  rationale: 'A field that Argo CD does not know is passed over without a word: a service without its token, a message without its '
    + 'attachments, a trigger that is never true.',
  bad: exampleNotifications(`
template.synced: |
  message: synced
  slack:
    attachment: |
      [{ "title": "synced" }]`),
  good: exampleNotifications(`
template.synced: |
  message: synced
  slack:
    attachments: |
      [{ "title": "synced" }]`),
  check(entry, context) {
    const map = notificationsMap(entry);
    if (!map) return;
    reportUnreadFields(map, 'Argo CD', context);
  },
});
