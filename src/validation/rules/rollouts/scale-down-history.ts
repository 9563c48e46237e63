import { defineRule } from '../../rule';
import { exampleRollout, exampleServices, joinDocuments } from './example-rollout';
import { numberField } from './fields';
import { BLUE_GREEN, blueGreenOf, CANARY, canaryOf, ROLLOUT, specOf } from './rollout-strategy';

const DEFAULT_HISTORY = 10;

/** Keeps this many ReplicaSets, of which up to three stay scaled up. */
function historyExample(revisions: number): string {
  return joinDocuments(exampleRollout({
    spec: `replicas: 4\nrevisionHistoryLimit: ${revisions}`,
    strategy: 'blueGreen:\n  activeService: web\n  scaleDownDelayRevisionLimit: 3',
  }), exampleServices('web'));
}

/** Finds a limit of waiting ReplicaSets above the limit of kept ones. */
export const scaleDownHistory = defineRule({
  id: 'rollouts/scale-down-history',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-019'],
  title: 'old ReplicaSets that wait for their scale-down fit into the history',
  rationale: 'scaleDownDelayRevisionLimit counts ReplicaSets that are kept running for a rollback; revisionHistoryLimit, 10 unless '
    + 'set, those that are kept at all. The controller refuses the contradiction for blue-green and does not notice it for a canary, '
    + 'where the limit has no effect.',
  bad: historyExample(2),
  good: historyExample(5),
  check(entry, context) {
    const history = numberField(specOf(entry.manifest), 'revisionHistoryLimit') ?? DEFAULT_HISTORY;
    for (const [path, strategy] of [[BLUE_GREEN, blueGreenOf(entry.manifest)], [CANARY, canaryOf(entry.manifest)]] as const) {
      const limit = numberField(strategy, 'scaleDownDelayRevisionLimit');
      if (limit === undefined || limit <= history) continue;
      context.report(
        `${path}/scaleDownDelayRevisionLimit`,
        `scaleDownDelayRevisionLimit is ${limit}, but only ${history} old revisions are kept`,
        {
          received: String(limit),
          expected: `${history} or less`,
          fix: `raise revisionHistoryLimit to ${limit}, or lower scaleDownDelayRevisionLimit`,
        },
      );
    }
  },
});
