import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { canarySteps } from './canary-steps';
import { exampleIstioCanary, exampleIstioCompanions, joinDocuments } from './example-rollout';
import { flagField, isSet, numberField, objectField } from './fields';
import { maxWeightOf, ROLLOUT, trafficRoutingOf } from './rollout-strategy';

/** A canary that is scaled like this. */
function scaleExample(scale: string): string {
  return joinDocuments(exampleIstioCanary(`
steps:
  - setCanaryScale:
      ${scale}
  - setWeight: 25
`), exampleIstioCompanions());
}

/** Finds canary scales that are impossible or said in several ways. */
export const canaryScale = defineRule({
  id: 'rollouts/canary-scale',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'setCanaryScale says one size that can be',
  rationale: 'The controller does not check setCanaryScale. It prefers matchTrafficWeight to replicas and replicas to weight and '
    + 'ignores the rest, and computes with negative sizes and with weights above all traffic.',
  bad: scaleExample('weight: 250'),
  good: scaleExample('weight: 25'),
  check(entry, context) {
    const max = maxWeightOf(trafficRoutingOf(entry.manifest));
    for (const at of canarySteps(entry.manifest)) {
      const scale = objectField(at.step, 'setCanaryScale');
      if (!scale) continue;
      const path = pointer(at.pointer, 'setCanaryScale');
      const ways = [
        ...(flagField(scale, 'matchTrafficWeight') ? ['matchTrafficWeight'] : []),
        ...['replicas', 'weight'].filter((key) => isSet(scale, key)),
      ];
      if (ways.length > 1) {
        context.report(path, `steps[${at.index}] sets the canary scale by ${ways.join(' and ')}, of which only ${ways[0]} counts`, {
          received: ways.join(', '),
          expected: 'one of replicas, weight and matchTrafficWeight',
          fix: `keep the one that you mean; today that is ${ways[0]}`,
        });
      }
      const replicas = numberField(scale, 'replicas');
      if (replicas !== undefined && replicas < 0) {
        context.report(pointer(path, 'replicas'), `steps[${at.index}] scales the canary to ${replicas} pods`, {
          received: String(replicas), expected: '0 or more', fix: 'write a number of pods',
        });
      }
      const weight = numberField(scale, 'weight');
      if (weight !== undefined && (weight < 0 || weight > max)) {
        context.report(pointer(path, 'weight'), `steps[${at.index}] scales the canary to ${weight} of ${max} parts of the pods`, {
          received: String(weight), expected: `0 to ${max}`, fix: `write a weight from 0 to ${max}, or replicas`,
        });
      }
    }
  },
});
