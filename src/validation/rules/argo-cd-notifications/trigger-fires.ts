import { triggerDoubts, unknownNamesIn } from '../../../languages/trigger-expressions/trigger-expression';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleTrigger, notificationsMap } from './notifications-map';

/** Finds triggers that are never true. */
export const triggerFires = defineRule({
  id: 'argo-cd-notifications/trigger-fires',
  severity: 'warning',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-232', 'CD-233'],
  title: 'expressions of triggers are about names that there are, and true or false',
  rationale: 'A name that nothing stands behind is nil, and a field or a call of it an error in the log, with each Application each time. A '
    + 'trigger sends only where its expression is true: text and numbers count as false.',
  bad: exampleTrigger({ when: 'application.status.operationState.phase == \'Failed\'' }),
  good: exampleTrigger({ when: 'app.status.operationState?.phase == \'Failed\'' }),
  check(entry, context) {
    for (const { entry: { key, pointer }, when, oncePer } of notificationsMap(entry)?.conditions ?? []) {
      if (when === '') {
        context.report(pointer, `a condition of ${key} has no when, so it is never true`, { expected: 'an expression over app', fix: 'write when, with true where it is always meant' });
      }
      for (const doubt of triggerDoubts(when)) context.report(pointer, `${key} never sends anything: ${doubt}`, { received: when });
      for (const doubt of unknownNamesIn(oncePer)) context.report(pointer, `oncePer of ${key} does nothing: ${doubt}`, { received: oncePer });
    }
  },
});
