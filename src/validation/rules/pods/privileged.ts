import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { flagField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { GUEST_POD_KINDS } from './pods-of';
import { securedContainersOf } from './secured-containers';

/** Finds containers that are as mighty as root on their node. */
export const privileged = defineRule({
  id: 'pods/privileged',
  severity: 'warning',
  kinds: GUEST_POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'no container is privileged',
  rationale: 'A privileged container has every capability and every device of its node: who gets into it has the node, and with it the '
    + 'credentials of all pods there. DaemonSets are not looked at, as some of them are there to look after their node.',
  bad: examplePods({ container: 'securityContext:\n  privileged: true' }),
  good: examplePods({ container: 'securityContext:\n  capabilities:\n    add: [NET_BIND_SERVICE]' }),
  check(entry, context) {
    for (const { pointer: at, name, own } of securedContainersOf(entry)) {
      if (!flagField(own, 'privileged')) continue;
      context.report(pointer(at, 'securityContext', 'privileged'), `container ${name} is privileged: who gets into it has the node`, {
        received: 'privileged: true', expected: 'no privileged container', fix: 'remove privileged, and add the single capability that it needs',
      });
    }
  },
});
