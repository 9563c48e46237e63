import { selectorProblem, templateTextProblem } from '../../../languages/notification-texts';
import { triggerProblem } from '../../../languages/trigger-expressions/trigger-expression';
import { isJsonObject } from '../../../manifests/json';
import { NOTIFICATION_SERVICE_TYPES } from '../../../manifests/notification-services';
import { certainlyMeant, renamed } from '../../certain-edit';
import { defineRule, type RuleContext } from '../../rule';
import { nearest } from '../../schema/similar-name';
import {
  type FieldProblem, ofShape, serviceProblems, subscriptionProblems, templateProblems, triggerProblems,
} from '../argo-cd-notifications/field-problems';
import { itemsOf, type NotificationEntry, type NotificationsMap, textOf } from '../argo-cd-notifications/notifications-map';
import { ofArgoRollouts } from '../scopes';
import { exampleRolloutsMap, rolloutNotifications, ROLLOUTS_NOTIFICATIONS } from './rollouts-config-maps';

/** A ConfigMap with this template. */
function templateExample(message: string): string {
  return exampleRolloutsMap(ROLLOUTS_NOTIFICATIONS, `
service.slack: |
  token: $slack-token
template.aborted: |
  message: "${message}"
trigger.on-rollout-aborted: |
  - send: [aborted]`);
}

/** Finds entries that stop all notifications. */
export const notificationEntries = defineRule({
  id: 'control-plane/notification-entries',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoRollouts,
  since: '0.1.0',
  implements: [],
  title: 'entries of the notification ConfigMap can be read by the controller',
  rationale: 'Services, templates and triggers are YAML in texts, which nothing checks when it is applied. The controller reads all of them for every '
    + 'event: one that it cannot read, an unknown type of service, a template that is no Go template or a condition that does not compile, and '
    + 'nothing is sent any more. The only trace is an error in its log.',
  bad: templateExample('rollout {{.rollout.metadata.name was aborted'),
  good: templateExample('rollout {{.rollout.metadata.name}} was aborted'),
  check(entry, context) {
    const map = rolloutNotifications(entry);
    if (!map) return;
    for (const [one, problems] of checked(map)) verifyShape(one, problems, context);
    for (const { key, pointer } of map.services) {
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
    for (const { key, pointer, value } of map.templates) {
      const problem = templateTextProblem(value);
      if (problem !== undefined) context.report(pointer, `${key} does not parse, which stops all notifications: ${problem}`);
    }
    for (const { entry: { key, pointer }, when, oncePer } of map.conditions) {
      for (const [what, expression] of [['when', when], ['oncePer', oncePer]] as const) {
        const problem = expression === '' ? undefined : triggerProblem(expression);
        if (problem !== undefined) context.report(pointer, `${what} of ${key} does not compile, which stops all notifications, at ${problem}`, { received: expression });
      }
    }
    for (const item of itemsOf(map.subscriptions?.value).filter(isJsonObject)) {
      const problem = selectorProblem(textOf(item.selector));
      if (problem !== undefined) context.report(map.subscriptions!.pointer, `${problem}. it stops all notifications`, { received: textOf(item.selector) });
    }
  },
});

function verifyShape({ key, pointer, problem }: NotificationEntry, problems: readonly FieldProblem[], context: RuleContext): void {
  if (problem !== undefined) {
    context.report(pointer, `${key} is no YAML, which stops all notifications`, { received: problem, expected: 'YAML', fix: 'mend the text' });
    return;
  }
  const wrong = problems.find(({ wanted }) => wanted !== undefined);
  if (!wrong) return;
  context.report(pointer, `the controller cannot read ${wrong.path === '' ? key : `${wrong.path} of ${key}`}, which stops all notifications`, {
    received: wrong.received,
    expected: wrong.wanted,
    fix: wrong.wanted === 'a text' ? 'write the value as a text; lists of Slack, Teams and Mattermost as JSON after |' : `write ${wrong.wanted}`,
  });
}

function checked(map: NotificationsMap): ReadonlyArray<readonly [NotificationEntry, readonly FieldProblem[]]> {
  return [
    ...map.services.map((one) => [one, serviceProblems(one)] as const),
    ...map.templates.map((one) => [one, templateProblems(one)] as const),
    ...map.triggers.map((one) => [one, triggerProblems(one)] as const),
    ...map.defaultTriggers.map((one) => [one, ofShape(one.value, 'texts', '')] as const),
    ...map.subscriptions ? [[map.subscriptions, subscriptionProblems(map.subscriptions)] as const] : [],
  ];
}
