import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { numberField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';
import { AUTOSCALER, exampleAutoscaler, SCALED_ROLLOUT } from './example-autoscaler';

/** Finds autoscalers with no number of pods between their bounds. */
export const autoscalerBounds = defineRule({
  id: 'autoscaling/bounds',
  severity: 'error',
  kinds: [AUTOSCALER],
  since: '0.1.0',
  implements: [],
  title: 'an autoscaler has a maximum that is not below its minimum',
  rationale: 'The API server refuses an autoscaler whose maxReplicas is below minReplicas, which is 1 when nothing is said, and Argo CD '
    + 'fails the whole sync with it. No schema says so.',
  bad: joinDocuments(SCALED_ROLLOUT, exampleAutoscaler({ min: 10, max: 2 })),
  good: joinDocuments(SCALED_ROLLOUT, exampleAutoscaler({ min: 2, max: 10 })),
  check(entry, context) {
    const spec = specOf(entry.manifest);
    const [min = 1, max] = [numberField(spec, 'minReplicas'), numberField(spec, 'maxReplicas')];
    if (max === undefined || max >= min) return;
    context.report('/spec/maxReplicas', `the autoscaler runs at least ${min} and at most ${max} pods`, {
      received: `minReplicas ${min}, maxReplicas ${max}`,
      expected: `maxReplicas of ${Math.max(min, 1)} or more`,
      fix: 'raise maxReplicas, or lower minReplicas',
    });
  },
});
