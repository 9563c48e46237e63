import { defineRule } from '../../rule';
import { exampleRollout } from '../rollouts/example-rollout';
import { numberField } from '../rollouts/fields';
import { ROLLOUT, specOf } from '../rollouts/rollout-strategy';

/** More old ReplicaSets than anybody goes back through. */
const MANY = 20;

function keeping(limit: number): string {
  return exampleRollout({ spec: `replicas: 4\nrevisionHistoryLimit: ${limit}` });
}

/** Finds rollouts that keep no old version, or all of them. */
export const revisionHistory = defineRule({
  id: 'practices/revision-history',
  severity: 'info',
  strict: true,
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['P27'],
  title: 'a rollout keeps some old versions, and not all of them',
  rationale: 'Old ReplicaSets are what the rollback window and a quick way back are about: with revisionHistoryLimit 0 none is kept. Each one is an object '
    + 'that the controller, Argo CD and people look at, so hundreds of them slow everybody down. Upstream keeps 10.',
  bad: keeping(0),
  good: keeping(5),
  check(entry, context) {
    const limit = numberField(specOf(entry.manifest), 'revisionHistoryLimit');
    if (limit === undefined || (limit > 0 && limit <= MANY)) return;
    context.report('/spec/revisionHistoryLimit', limit > MANY ? `${limit} old ReplicaSets are kept` : 'no old ReplicaSet is kept to go back to', {
      received: String(limit), expected: `1 to ${MANY}`, fix: 'write 3 to 10, or leave it out for 10',
    });
  },
});
