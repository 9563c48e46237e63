import { defineRule } from '../../rule';
import { exampleRollout } from './example-rollout';
import { numberField, objectField } from './fields';
import { ROLLOUT, specOf } from './rollout-strategy';

const DEFAULT_HISTORY = 10;

/** A Rollout that keeps five old versions and may go back this far at once. */
function windowExample(revisions: number): string {
  return exampleRollout({ spec: `replicas: 4\nrevisionHistoryLimit: 5\nrollbackWindow:\n  revisions: ${revisions}` });
}

/** Finds rollback windows that reach beyond the kept history. */
export const rollbackWindow = defineRule({
  id: 'rollouts/rollback-window',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'the rollback window lies within the history',
  rationale: 'rollbackWindow lets a release go back without steps and analyses, as long as the old ReplicaSet is still there. '
    + 'revisionHistoryLimit, 10 unless set, says how many are kept; a window beyond it never opens that wide.',
  bad: windowExample(8),
  good: windowExample(3),
  check(entry, context) {
    const spec = specOf(entry.manifest);
    const revisions = numberField(objectField(spec, 'rollbackWindow'), 'revisions');
    const history = numberField(spec, 'revisionHistoryLimit') ?? DEFAULT_HISTORY;
    if (revisions === undefined || history < 0 || revisions <= history) return;
    context.report('/spec/rollbackWindow/revisions', `the rollback window is ${revisions} revisions wide, but only ${history} are kept`, {
      received: String(revisions), expected: `${history} or less`, fix: `raise revisionHistoryLimit to ${revisions}, or narrow the window`,
    });
  },
});
