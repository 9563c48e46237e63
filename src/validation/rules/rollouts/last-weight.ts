import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { actionsOf, canarySteps } from './canary-steps';
import { exampleCanary } from './example-rollout';
import { isSet, numberField } from './fields';
import { canaryOf, maxWeightOf, ROLLOUT, trafficRoutingOf } from './rollout-strategy';

/** Finds last weights that nobody looks at. */
export const lastWeight = defineRule({
  id: 'rollouts/last-weight',
  severity: 'info',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'something follows the last weight',
  rationale: 'Behind the last step the controller goes on to all traffic by itself. A weight as the last step is passed as soon as its '
    + 'pods are ready, so it proves nothing. An analysis in the background may still stop the release.',
  bad: exampleCanary('steps:\n  - setWeight: 5\n  - pause:\n      duration: 10m\n  - setWeight: 50').replace('replicas: 4', 'replicas: 20'),
  good: exampleCanary('steps:\n  - setWeight: 5\n  - pause:\n      duration: 10m').replace('replicas: 4', 'replicas: 20'),
  check(entry, context) {
    const last = canarySteps(entry.manifest).at(-1);
    const weight = numberField(last?.step, 'setWeight');
    const all = maxWeightOf(trafficRoutingOf(entry.manifest));
    if (!last || weight === undefined || weight >= all || actionsOf(last.step).length > 1 || isSet(canaryOf(entry.manifest), 'analysis')) return;
    context.report(pointer(last.pointer, 'setWeight'), `steps[${last.index}] sets the weight to ${weight}, and nothing waits before all traffic follows`, {
      received: 'setWeight as the last step', expected: 'a pause or an analysis behind it', fix: 'add a pause or an analysis, or remove the step',
    });
  },
});
