import { triggerProblem } from '../../../languages/trigger-expressions/trigger-expression';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleTrigger, notificationsMap } from './notifications-map';

/** Finds expressions that do not compile. */
export const triggerCompiles = defineRule({
  id: 'argo-cd-notifications/trigger-compiles',
  severity: 'error',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-232'],
  title: 'when and oncePer of a trigger compile',
  rationale: 'Argo CD compiles the expressions of all triggers when it reads the ConfigMap, with expr 1.17. One that does not compile and it '
    + 'refuses the whole ConfigMap: no trigger sends anything any more.',
  bad: exampleTrigger({ when: 'app.status.sync.status = \'Unknown\' and app.status.operationState?.phase == \'Failed\'' }),
  good: exampleTrigger({ when: 'app.status.sync.status == \'Unknown\' and app.status.operationState?.phase == \'Failed\'' }),
  check(entry, context) {
    for (const { entry: { key, pointer }, when, oncePer } of notificationsMap(entry)?.conditions ?? []) {
      for (const [what, expression] of [['when', when], ['oncePer', oncePer]] as const) {
        const problem = expression === '' ? undefined : triggerProblem(expression);
        if (problem !== undefined) context.report(pointer, `${what} of ${key} does not compile, which stops all notifications, at ${problem}`, { received: expression });
      }
    }
  },
});
