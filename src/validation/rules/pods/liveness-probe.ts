import { defineRule } from '../../rule';
import { isSet, textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { LASTING_POD_KINDS, podsOf, containersOfPods } from './pods-of';

/** Finds pods that nobody restarts when they hang. */
export const livenessProbe = defineRule({
  id: 'pods/liveness-probe',
  severity: 'info',
  strict: true,
  kinds: LASTING_POD_KINDS,
  since: '0.1.0',
  implements: ['P14'],
  title: 'pods that run for long say whether they still live',
  rationale: 'A process that has ended is started again; one that hangs is not, unless a liveness probe says so. It stays out of the Service when it has a '
    + 'readiness probe, and one pod after the other is lost. A program that ends itself when it is stuck needs no probe.',
  bad: examplePods(),
  good: examplePods({ container: 'livenessProbe:\n  httpGet:\n    path: /livez\n    port: http' }),
  check(entry, context) {
    for (const pods of podsOf(entry)) {
      const running = containersOfPods(pods).filter((at) => !at.init);
      const [first] = running;
      if (!first || running.some(({ container }) => isSet(container, 'livenessProbe'))) continue;
      context.report(first.pointer, `no container of the pods (${running.map(({ container }) => textField(container, 'name')).join(', ')}) has a liveness probe, so one that hangs stays`, {
        expected: 'livenessProbe', fix: 'ask the process alone, not what it depends on, such as httpGet on /livez',
      });
    }
  },
});
