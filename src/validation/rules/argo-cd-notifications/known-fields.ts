import { certainlyMeant } from '../../certain-edit';
import { correctedKey, type WrongKey } from '../../certain-key';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { ofArgoCd } from '../scopes';
import { serviceProblems, subscriptionProblems, templateProblems, triggerProblems } from './field-problems';
import { exampleNotifications, notificationsMap } from './notifications-map';

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
    const all = [
      ...map.services.map((one) => [one, serviceProblems(one)] as const),
      ...map.templates.map((one) => [one, templateProblems(one)] as const),
      ...map.triggers.map((one) => [one, triggerProblems(one)] as const),
      ...map.subscriptions ? [[map.subscriptions, subscriptionProblems(map.subscriptions)] as const] : [],
    ];
    for (const [{ key, pointer, text }, problems] of all) {
      const wrong = problems.flatMap(({ received, known }): WrongKey[] => (known ? [[received, certainlyMeant(received, known)]] : []));
      for (const { path, received, known } of problems) {
        if (!known) continue;
        const near = nearest(received, known);
        context.report(pointer, `Argo CD does not read ${path} of ${key}`, {
          received, expected: known.join(', '), fix: near ? `did you mean ${near}?` : 'take it out',
          ...correctedKey(pointer, text, received, wrong),
        });
      }
    }
  },
});
