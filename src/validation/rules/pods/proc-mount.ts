import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { GUEST_POD_KINDS } from './pods-of';
import { securedContainersOf } from './secured-containers';

/** Finds containers that see all of /proc. */
export const procMount = defineRule({
  id: 'pods/proc-mount',
  severity: 'warning',
  kinds: GUEST_POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'containers see the masked /proc',
  rationale: 'Container runtimes hide the parts of /proc that are about the whole kernel. procMount Unmasked shows them, some of them for writing. '
    + 'The API server refuses it unless the pod has user namespaces of its own (hostUsers: false).',
  bad: examplePods({ pod: 'hostUsers: false', container: 'securityContext:\n  procMount: Unmasked' }),
  good: examplePods({ container: 'securityContext:\n  procMount: Default' }),
  check(entry, context) {
    for (const { pointer: at, name, own } of securedContainersOf(entry)) {
      if (textField(own, 'procMount') !== 'Unmasked') continue;
      context.report(pointer(at, 'securityContext', 'procMount'), `container ${name} sees the parts of /proc that are about the whole kernel`, {
        received: 'Unmasked', expected: 'Default', fix: 'leave procMount out, unless the container runs containers itself',
      });
    }
  },
});
