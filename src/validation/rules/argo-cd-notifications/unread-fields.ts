import { certainlyMeant } from '../../certain-edit';
import { correctedKey, type WrongKey } from '../../certain-key';
import type { RuleContext } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { serviceProblems, subscriptionProblems, templateProblems, triggerProblems } from './field-problems';
import type { NotificationsMap } from './notifications-map';

/**
 * Reports the fields of services, templates, triggers and subscriptions that are passed over.
 *
 * @param reader who would read them, for messages: `Argo CD`
 */
export function reportUnreadFields(map: NotificationsMap, reader: string, context: RuleContext): void {
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
      context.report(pointer, `${reader} does not read ${path} of ${key}`, {
        received, expected: known.join(', '), fix: near ? `did you mean ${near}?` : 'take it out',
        ...correctedKey(pointer, text, received, wrong),
      });
    }
  }
}
