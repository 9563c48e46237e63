import { NOTIFICATION_SERVICE_TYPES } from '../../../manifests/notification-services';
import { certainlyMeant, renamed } from '../../certain-edit';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { ofArgoCd } from '../scopes';
import { exampleNotifications, notificationsMap } from './notifications-map';

/** Finds services that Argo CD cannot make. */
export const serviceKeys = defineRule({
  id: 'argo-cd-notifications/service-keys',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-228', 'CD-229'],
  title: 'a service of notifications is service.<type> or service.<type>.<name>',
  rationale: 'One key with another number of parts, or of a type that does not exist, and Argo CD refuses the whole ConfigMap: nothing is '
    + 'sent any more, whatever else stands in it.',
  bad: exampleNotifications('service.slak: "token: $slack-token"\nservice.slack: "token: $slack-token"'),
  good: exampleNotifications('service.slack.releases: "token: $slack-token"\nservice.slack: "token: $slack-token"'),
  check(entry, context) {
    for (const { key, pointer } of notificationsMap(entry)?.services ?? []) {
      const [, type = '', ...name] = key.split('.');
      if (name.length > 1) {
        context.report(pointer, 'a service has a type and one name, and this one stops all notifications', {
          received: key, expected: 'service.<type>.<name>', fix: `name it without dots: service.${type}.${name.join('-')}`,
        });
      } else if (!(NOTIFICATION_SERVICE_TYPES as readonly string[]).includes(type)) {
        const near = nearest(type, NOTIFICATION_SERVICE_TYPES);
        const meant = certainlyMeant(type, NOTIFICATION_SERVICE_TYPES);
        context.report(pointer, `there is no type ${type || '""'} of services, and this one stops all notifications`, {
          received: type, expected: NOTIFICATION_SERVICE_TYPES.join(', '), fix: near ? `did you mean ${near}?` : 'take one of these, such as webhook',
          ...renamed(pointer, meant && ['service', meant, ...name].join('.')),
        });
      }
    }
  },
});
