import { defineRule } from '../../rule';
import { listField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { POD_KINDS, PODS_REFUSED, podsOf } from './pods-of';

/** Finds ephemeral containers that are declared. */
export const ephemeralContainers = defineRule({
  id: 'pods/ephemeral-containers',
  severity: 'error',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: ['AR-008'],
  title: 'ephemeral containers are added to running pods, never declared',
  rationale: PODS_REFUSED,
  bad: examplePods({ pod: 'ephemeralContainers:\n  - name: debug\n    image: example.com/debug:1.0.0' }),
  good: examplePods(),
  check(entry, context) {
    for (const pods of podsOf(entry)) {
      if (listField(pods.spec, 'ephemeralContainers').length === 0) continue;
      context.report(`${pods.pointer}/spec/ephemeralContainers`, 'ephemeral containers cannot be declared', {
        expected: 'none', fix: 'remove them; kubectl debug adds one to a pod that runs',
      });
    }
  },
});
