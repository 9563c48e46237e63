import { triggerNilRisks } from '../../../languages/trigger-expressions/trigger-expression';
import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleTrigger, notificationsMap } from './notifications-map';

/** Finds expressions that read fields of what an Application may not have. */
export const triggerNilSafe = defineRule({
  id: 'argo-cd-notifications/trigger-nil-safe',
  severity: 'warning',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['CD-233'],
  title: 'a trigger asks first for what an Application may not have',
  rationale: 'An Application that was never synced has no operationState, and may have no labels, annotations or sync policy. A field of '
    + 'nothing is an error, which makes the whole condition false, the part after `or` too, and fills the log.',
  bad: exampleTrigger({ when: 'app.status.operationState.phase in [\'Error\', \'Failed\']' }),
  good: exampleTrigger({ when: 'app.status.operationState != nil and app.status.operationState.phase in [\'Error\', \'Failed\']', oncePer: 'app.status.operationState.startedAt' }),
  check(entry, context) {
    for (const { entry: { key, pointer }, when, oncePer } of notificationsMap(entry)?.conditions ?? []) {
      const risks = [
        ...triggerNilRisks(when).map((path) => ['when', path, when] as const),
        ...triggerNilRisks(oncePer, when).map((path) => ['oncePer', path, oncePer] as const),
      ];
      for (const [what, path, expression] of risks) {
        context.report(pointer, `${what} of ${key} reads a field of ${path}, which not every Application has`, {
          received: expression, expected: `${path}?. or ${path} != nil before it`, fix: `write ${path}?. in place of ${path}.`,
        });
      }
    }
  },
});
