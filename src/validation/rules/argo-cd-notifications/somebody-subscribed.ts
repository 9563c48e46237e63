import { isJsonObject } from '../../../manifests/json';
import { defineRule } from '../../rule';
import { exampleMap } from '../argo-cd-settings/config-maps';
import { ofArgoCd } from '../scopes';
import { ARGO_CD_NOTIFICATIONS, itemsOf, notificationsMap } from './notifications-map';
import { isAnybodySubscribed } from './subscribers';

const TRIGGER = `
service.slack: "token: $slack-token"
template.failed: "message: failed"
trigger.on-sync-failed: |
  - when: app.status.operationState?.phase == 'Failed'
    send: [failed]`;

/** Finds notifications that nobody gets. */
export const somebodySubscribed = defineRule({
  id: 'argo-cd-notifications/somebody-subscribed',
  severity: 'info',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-241', 'E47'],
  title: 'somebody subscribes to notifications',
  rationale: 'Services, triggers and templates alone send nothing. Somebody has to subscribe: an Application or a project by an annotation, or '
    + 'the key subscriptions for all Applications. They may be elsewhere, so this is no more than a hint.',
  bad: exampleMap(ARGO_CD_NOTIFICATIONS, TRIGGER),
  good: exampleMap(ARGO_CD_NOTIFICATIONS, `${TRIGGER}
subscriptions: |
  - recipients: [slack:releases]
    triggers: [on-sync-failed]`),
  check(entry, context) {
    const map = notificationsMap(entry);
    if (!map || map.triggers.length === 0 || map.isLegacy || isAnybodySubscribed(context.manifests)) return;
    if (itemsOf(map.subscriptions?.value).some((item) => isJsonObject(item) && itemsOf(item.recipients).length > 0)) return;
    context.report('/data', 'nobody here subscribes to these notifications, so none is sent', {
      expected: 'the key subscriptions, or the annotation notifications.argoproj.io/subscribe.<trigger>.<service> at an Application or a project',
      fix: 'subscribe somebody, or acknowledge this if the Applications are elsewhere',
    });
  },
});
