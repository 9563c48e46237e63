import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleCanary } from './example-rollout';
import { isSet, numberField, objectField, textField } from './fields';
import { CANARY, canaryOf, ROLLOUT } from './rollout-strategy';

const PATH = `${CANARY}/replicaProgressThreshold`;

/** A canary that goes on at this threshold. */
function thresholdExample(type: string, value: number): string {
  return exampleCanary(`
replicaProgressThreshold:
  type: ${type}
  value: ${value}
steps:
  - setWeight: 25
  - pause:
      duration: 5m
`);
}

/** Finds thresholds of progress that mean something else than they say. */
export const progressThreshold = defineRule({
  id: 'rollouts/progress-threshold',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'a threshold of progress is a percentage or a number of pods',
  rationale: 'The controller compares the type with Percent and takes any other text for Pods. A negative value counts as none, 0 lets a '
    + 'step pass without a single pod, and more than 100 percent is never reached.',
  bad: thresholdExample('Percentage', 80),
  good: thresholdExample('Percent', 80),
  check(entry, context) {
    const threshold = objectField(canaryOf(entry.manifest), 'replicaProgressThreshold');
    const type = textField(threshold, 'type');
    if (isSet(threshold, 'type') && type !== 'Percent' && type !== 'Pods') {
      context.report(pointer(PATH, 'type'), `the type of the threshold is "${type}", which the controller takes for Pods`, {
        received: type, expected: 'Percent or Pods', fix: /^percent/i.test(type) ? 'write Percent' : 'write Percent, or Pods for a number of pods',
      });
    }
    const value = numberField(threshold, 'value');
    if (value === undefined || (value > 0 && (type !== 'Percent' || value <= 100))) return;
    const consequence = value > 100 ? 'is never reached' : value === 0 ? 'lets steps pass without a pod' : 'counts as no threshold';
    context.report(pointer(PATH, 'value'), `a threshold of ${value} ${consequence}`, {
      received: String(value), expected: type === 'Percent' ? '1 to 100' : '1 or more', fix: 'write the value that is enough, or remove the threshold',
    });
  },
});
