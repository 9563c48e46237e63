import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { canarySteps } from './canary-steps';
import { exampleIstioCanary, exampleIstioCompanions, joinDocuments } from './example-rollout';
import { numberField, objectField } from './fields';
import { ROLLOUT } from './rollout-strategy';

/** A step that copies this share of the requests. */
function mirrorExample(percentage: number): string {
  return joinDocuments(exampleIstioCanary(`
steps:
  - setWeight: 25
  - setMirrorRoute:
      name: copies
      percentage: ${percentage}
      match:
        - method:
            exact: GET
  - pause:
      duration: 5m
`, 'managedRoutes:\n  - name: copies'), exampleIstioCompanions());
}

/** Finds mirror routes that copy less than nothing or more than everything. */
export const mirrorPercentage = defineRule({
  id: 'rollouts/mirror-percentage',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'a mirror route copies 0 to 100 percent',
  rationale: 'The controller writes the percentage into the VirtualService as it is. Istio refuses one that is not between 0 and 100, and '
    + 'the release stands still at the step.',
  bad: mirrorExample(150),
  good: mirrorExample(35),
  check(entry, context) {
    for (const at of canarySteps(entry.manifest)) {
      const percentage = numberField(objectField(at.step, 'setMirrorRoute'), 'percentage');
      if (percentage === undefined || (percentage >= 0 && percentage <= 100)) continue;
      context.report(pointer(at.pointer, 'setMirrorRoute', 'percentage'), `steps[${at.index}] mirrors ${percentage} percent of the requests`, {
        received: String(percentage), expected: '0 to 100', fix: 'write a percentage from 1 to 100, or leave it out for 100',
      });
    }
  },
});
