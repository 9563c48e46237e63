import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { canarySteps } from './canary-steps';
import { exampleIstioCanary, exampleIstioCompanions, joinDocuments } from './example-rollout';
import { flagField, isSet, objectField } from './fields';
import { ROLLOUT } from './rollout-strategy';

function scaleExample(scale: string): string {
  return joinDocuments(exampleIstioCanary(`
steps:
  - setCanaryScale: ${scale}
  - setWeight: 25
`), exampleIstioCompanions());
}

/** Finds canary scales that say no size. */
export const canaryScaleSaid = defineRule({
  id: 'rollouts/canary-scale-said',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'setCanaryScale says a size',
  rationale: 'The controller takes a setCanaryScale without replicas and weight for matchTrafficWeight: true. It undoes an earlier scale, and '
    + 'without one it does nothing. Whoever reads it, or forgot to write the size, expects something else.',
  bad: scaleExample('{}'),
  good: scaleExample('{ matchTrafficWeight: true }'),
  check(entry, context) {
    for (const at of canarySteps(entry.manifest)) {
      const scale = objectField(at.step, 'setCanaryScale');
      if (!scale || flagField(scale, 'matchTrafficWeight') || isSet(scale, 'replicas') || isSet(scale, 'weight')) continue;
      context.report(pointer(at.pointer, 'setCanaryScale'), `steps[${at.index}] sets a canary scale without a size, which is taken for matchTrafficWeight: true`, {
        received: JSON.stringify(scale),
        expected: 'one of replicas, weight and matchTrafficWeight: true',
        fix: 'write the size, or matchTrafficWeight: true when that is meant',
      });
    }
  },
});
