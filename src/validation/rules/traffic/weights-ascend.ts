import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { canarySteps } from '../rollouts/canary-steps';
import { exampleIstioCanary, exampleIstioCompanions, joinDocuments } from '../rollouts/example-rollout';
import { numberField } from '../rollouts/fields';
import { ROLLOUT } from '../rollouts/rollout-strategy';

/** A release with these weights. */
function weightsExample(...weights: readonly number[]): string {
  const steps = weights.map((weight) => `  - setWeight: ${weight}\n  - pause:\n      duration: 5m`).join('\n');
  return joinDocuments(exampleIstioCanary(`steps:\n${steps}`), exampleIstioCompanions());
}

/** Finds weights that go down in the middle of a release. */
export const weightsAscend = defineRule({
  id: 'traffic/weights-ascend',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'the weights of a release go up',
  rationale: 'A step with a lower weight than the one before takes users back to the stable version, and a later step sends them to the '
    + 'canary again: they see both versions in turn. Mostly two steps are in the wrong order, or a digit is missing.',
  bad: weightsExample(5, 50, 20),
  good: weightsExample(5, 20, 50),
  check(entry, context) {
    let before: number | undefined;
    for (const { index, step, pointer: at } of canarySteps(entry.manifest)) {
      const weight = numberField(step, 'setWeight');
      if (weight === undefined) continue;
      if (before !== undefined && weight < before) {
        context.report(pointer(at, 'setWeight'), `steps[${index}] lowers the weight from ${before} to ${weight}`, {
          received: String(weight), expected: `${before} or more`, fix: 'order the steps by weight',
        });
      }
      before = weight;
    }
  },
});
