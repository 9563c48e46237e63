import { defineRule } from '../../rule';
import { ofArgoCd } from '../scopes';
import { exampleTrigger, notificationsMap } from './notifications-map';

/** Finds triggers about failed syncs that look at something else. */
export const failedSyncCondition = defineRule({
  id: 'argo-cd-notifications/failed-sync-condition',
  severity: 'warning',
  kinds: ['ConfigMap'],
  scope: ofArgoCd,
  since: '0.1.0',
  implements: ['E48'],
  title: 'a trigger about failed syncs looks at the operation',
  rationale: 'Whether a sync has failed stands in app.status.operationState.phase, which is then Error or Failed. OutOfSync only says that the '
    + 'cluster is not what Git says, as after every commit, and Degraded that something does not work: both may hold after a sync that '
    + 'succeeded, and neither after one that failed.',
  bad: exampleTrigger({ when: 'app.status.sync.status == \'OutOfSync\' and app.status.health.status == \'Degraded\'' }),
  good: exampleTrigger({ when: 'app.status.operationState?.phase in [\'Error\', \'Failed\']' }),
  check(entry, context) {
    const map = notificationsMap(entry);
    for (const { name, key, pointer } of map?.triggers ?? []) {
      if (!/sync-?(has-?)?fail|fail(ed|ing|ure)?-?sync/i.test(name)) continue;
      const expressions = map!.conditions.filter((condition) => condition.entry.key === key).map(({ when }) => when);
      if (expressions.length === 0 || expressions.some((when) => /operationState|conditions/.test(when))) continue;
      context.report(pointer, `${key} does not look at whether a sync has failed`, {
        received: expressions.join('; '), expected: 'app.status.operationState?.phase in [\'Error\', \'Failed\']', fix: 'look at the phase of the operation, or name the trigger after what it looks at',
      });
    }
  },
});
