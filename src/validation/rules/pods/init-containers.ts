import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { isSet, textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { POD_KINDS, podContainersOf, PODS_REFUSED } from './pods-of';

const OF_LASTING = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'];

/** A pod with an init container that has these fields and a probe. */
function initContainer(fields = ''): string {
  return examplePods({ pod: `initContainers:
  - name: migrate
    image: example.com/migrate:1.4.2${fields}
    startupProbe:
      exec:
        command:
          - /ready` });
}

/** Finds probes and hooks of containers that end before the others start. */
export const initContainers = defineRule({
  id: 'pods/init-containers',
  severity: 'error',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: ['AR-008'],
  title: 'init containers have probes and hooks only where they go on running',
  rationale: `${PODS_REFUSED} An init container ends before the next one starts, so there is nothing to probe; with restartPolicy: Always it is a sidecar.`,
  bad: initContainer(),
  good: initContainer('\n    restartPolicy: Always'),
  check(entry, context) {
    for (const { pointer: at, container, init } of podContainersOf(entry)) {
      if (!init || textField(container, 'restartPolicy') === 'Always') continue;
      for (const key of OF_LASTING) {
        if (!isSet(container, key)) continue;
        context.report(pointer(at, key), `init container ${textField(container, 'name')} has a ${key}, and ends`, {
          received: key, expected: `no ${key}`, fix: 'remove it, or write restartPolicy: Always for a sidecar',
        });
      }
    }
  },
});
