import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleAlbIngress, exampleRouted } from './example-routers';
import { canaryPlace } from './router-objects';

/** What AWS takes: a second to a week. */
const LONGEST = 604_800;

function stickyExample(seconds: number): string {
  return joinDocuments(exampleRouted(`
alb:
  ingress: web
  servicePort: 80
  stickinessConfig:
    enabled: true
    durationSeconds: ${seconds}
`), exampleAlbIngress('web-stable'));
}

/** Finds durations of stickiness that AWS does not have. */
export const albStickiness = defineRule({
  id: 'traffic/alb-stickiness',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: routedBy.alb,
  since: '0.1.0',
  implements: ['AL-03', 'AR-179'],
  title: 'users stay with a version for a second to a week',
  rationale: 'The controller refuses any other durationSeconds when it sets a weight: each reconciliation fails, and the update stands '
    + 'still.',
  bad: stickyExample(2_592_000),
  good: stickyExample(3_600),
  check(entry, context) {
    const config = canaryPlace(entry).at('trafficRouting', 'alb', 'stickinessConfig');
    const seconds = config.at('durationSeconds');
    if (config.at('enabled').value !== true || (seconds.exists && typeof seconds.value !== 'number')) return;
    const value = typeof seconds.value === 'number' ? seconds.value : 0;
    if (value >= 1 && value <= LONGEST) return;
    context.report(seconds.exists ? seconds.pointer : config.pointer, `durationSeconds of stickinessConfig is ${value}, which AWS does not take`, {
      received: String(value), expected: `1 to ${LONGEST}`, fix: `write a number of seconds up to a week, ${LONGEST}`,
    });
  },
});
