import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { flagField, isSet } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { POD_KINDS } from './pods-of';
import { securedContainersOf } from './secured-containers';

/** Finds containers whose programs may gain rights that they were not started with. */
export const privilegeEscalation = defineRule({
  id: 'pods/privilege-escalation',
  severity: 'warning',
  strict: true,
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'no program in a container gains rights that it was not started with',
  rationale: 'Without allowPrivilegeEscalation: false a program with the setuid bit, such as sudo or an old mount, makes root of any user, and '
    + 'runAsNonRoot was for nothing.',
  bad: examplePods({ container: 'securityContext:\n  allowPrivilegeEscalation: true' }),
  good: examplePods({ container: 'securityContext:\n  allowPrivilegeEscalation: false' }),
  check(entry, context) {
    for (const { pointer: at, name, own } of securedContainersOf(entry)) {
      // A privileged container has all of them, and is found for that.
      if (own?.allowPrivilegeEscalation === false || flagField(own, 'privileged')) continue;
      const said = isSet(own, 'allowPrivilegeEscalation');
      context.report(said ? pointer(at, 'securityContext', 'allowPrivilegeEscalation') : at, `programs in container ${name} may gain rights that they were not started with`, {
        received: said ? 'allowPrivilegeEscalation: true' : 'not said, which allows it', expected: 'allowPrivilegeEscalation: false',
        fix: 'write allowPrivilegeEscalation: false into the securityContext of the container',
      });
    }
  },
});
