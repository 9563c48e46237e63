import { defineRule } from '../../rule';
import { exampleRollout } from './example-rollout';
import { objectField, textField } from './fields';
import { ROLLOUT, specOf } from './rollout-strategy';

const MODES = ['never', 'onsuccess', 'progressively'];

/** A Rollout that takes over from a Deployment in this way. */
function scaleDownExample(scaleDown: string): string {
  return exampleRollout({
    selector: '', template: '', spec: `replicas: 4\nworkloadRef:\n  apiVersion: apps/v1\n  kind: Deployment\n  name: web\n  scaleDown: ${scaleDown}`,
  });
}

/** Finds ways to scale down a Deployment that there are not. */
export const workloadRefScaleDown = defineRule({
  id: 'rollouts/workload-ref-scale-down',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'scaleDown of workloadRef is never, onsuccess or progressively',
  rationale: 'The schema takes any text, and the controller compares it letter by letter. Any other text is never: the pods of the '
    + 'Deployment go on to run beside those of the Rollout.',
  bad: scaleDownExample('onSuccess'),
  good: scaleDownExample('onsuccess'),
  check(entry, context) {
    const mode = textField(objectField(specOf(entry.manifest), 'workloadRef'), 'scaleDown');
    if (mode === '' || MODES.includes(mode)) return;
    const meant = MODES.find((known) => known === mode.toLowerCase());
    context.report('/spec/workloadRef/scaleDown', `scaleDown is "${mode}", which the controller takes for never`, {
      received: mode, expected: 'never, onsuccess or progressively', fix: meant ? `write ${meant}` : 'write one of these',
    });
  },
});
