import { defineRule } from '../../rule';
import { exampleNotifications, notificationsMap } from '../argo-cd-notifications/notifications-map';

/** What people want to hear of, and what a condition about it looks at. */
const NEWS: ReadonlyArray<readonly [string, RegExp]> = [
  ['syncs that failed', /operationState\??\.phase|SyncError/],
  ['Applications that are Degraded', /Degraded/],
  ['objects that drift from Git', /OutOfSync/],
];

function telling(...conditions: readonly string[]): string {
  return exampleNotifications(`
service.slack: |
  token: $slack-token
template.told: |
  message: "{{.app.metadata.name}} needs a look"
trigger.on-sync-failed: |
${conditions.map((when) => `  - when: ${when}\n    send: [told]`).join('\n')}`);
}

const FAILED = 'app.status.operationState?.phase in [\'Error\', \'Failed\']';
const DEGRADED = 'app.status.health.status == \'Degraded\'';
const DRIFTED = 'app.status.sync.status == \'OutOfSync\'';

/** Finds notifications that leave out what most people want to hear of. */
export const toldOfFailures = defineRule({
  id: 'practices/told-of-failures',
  severity: 'info',
  strict: true,
  kinds: ['ConfigMap'],
  since: '0.1.0',
  implements: ['P23', 'P65'],
  title: 'somebody is told of failed syncs, degraded Applications and drift',
  rationale: 'Nobody looks at the pages of Argo CD all day. A sync that fails, an Application that turns Degraded after it, and objects that somebody '
    + 'changed by hand are three things: a trigger about one of them stays silent about the others.',
  bad: telling(FAILED, DEGRADED),
  good: telling(FAILED, DEGRADED, DRIFTED),
  check(entry, context) {
    const map = notificationsMap(entry);
    // Without triggers nobody was to be told of anything, or they are in a part that is not read here.
    if (!map || map.isLegacy || map.conditions.length === 0) return;
    const missing = NEWS.filter(([, about]) => !map.conditions.some(({ when }) => about.test(when))).map(([news]) => news);
    if (missing.length === 0) return;
    context.report('/data', `no trigger is about ${missing.join(', none about ')}`, {
      received: map.triggers.map(({ key }) => key).sort().join(', '), expected: NEWS.map(([news]) => news).join(', '), fix: `add a trigger about ${missing[0]}`,
    });
  },
});
