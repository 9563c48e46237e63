import { selectorProblem } from '../../../languages/notification-texts';
import { isJsonObject } from '../../../manifests/json';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { type FieldProblem, ofShape, serviceProblems, subscriptionProblems, templateProblems, triggerProblems } from './field-problems';
import { exampleNotifications, itemsOf, notificationsMap, type NotificationsMap, type NotificationEntry, textOf } from './notifications-map';

/** Finds texts that Argo CD cannot read as what they are. */
export const entryShape = defineRule({
  id: 'argo-cd-notifications/entry-shape',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-230', 'CD-231'],
  title: 'entries of argocd-notifications-cm are YAML of the form that Argo CD reads',
  rationale: 'Every entry is YAML in a text, which nothing checks when it is applied. One that cannot be read and Argo CD refuses the whole '
    + 'ConfigMap: nothing is sent any more. Attachments of Slack and the like are JSON in a text, not YAML.',
  bad: exampleNotifications(`
template.synced: |
  message: synced
  slack:
    attachments:
      - title: synced`),
  good: exampleNotifications(`
template.synced: |
  message: synced
  slack:
    attachments: |
      [{ "title": "synced" }]`),
  check(entry, context) {
    const map = notificationsMap(entry);
    if (!map) return;
    for (const [one, problems] of checked(map)) {
      if (one.problem !== undefined) {
        context.report(one.pointer, `${one.key} is no YAML, which stops all notifications`, { received: one.problem, expected: 'YAML', fix: 'mend the text' });
        continue;
      }
      const wrong = problems.find(({ wanted }) => wanted !== undefined);
      if (!wrong) continue;
      context.report(one.pointer, `Argo CD cannot read ${wrong.path === '' ? one.key : `${wrong.path} of ${one.key}`}, which stops all notifications`, {
        received: wrong.received,
        expected: wrong.wanted,
        fix: wrong.wanted === 'a text' ? 'write the value as a text; lists of Slack, Teams and Mattermost as JSON after |' : `write ${wrong.wanted}`,
      });
    }
    const { subscriptions } = map;
    for (const item of itemsOf(subscriptions?.value)) {
      const problem = isJsonObject(item) ? selectorProblem(textOf(item.selector)) : undefined;
      if (problem !== undefined) context.report(subscriptions!.pointer, `${problem}. it stops all notifications`, { received: textOf(isJsonObject(item) ? item.selector : '') });
    }
  },
});

function checked(map: NotificationsMap): ReadonlyArray<readonly [NotificationEntry, readonly FieldProblem[]]> {
  return [
    ...map.services.map((one) => [one, serviceProblems(one)] as const),
    ...map.templates.map((one) => [one, templateProblems(one)] as const),
    ...map.triggers.map((one) => [one, triggerProblems(one)] as const),
    ...map.defaultTriggers.map((one) => [one, ofShape(one.value, 'texts', '')] as const),
    ...map.subscriptions ? [[map.subscriptions, subscriptionProblems(map.subscriptions)] as const] : [],
    ...map.context ? [[map.context, ofShape(map.context.value, 'map', '')] as const] : [],
  ];
}
