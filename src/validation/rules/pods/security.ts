import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { flagField, numberField, objectField, textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { POD_KINDS, podContainersOf } from './pods-of';

/** Finds security contexts that contradict themselves. */
export const security = defineRule({
  id: 'pods/security',
  severity: 'error',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'a security context does not contradict itself',
  rationale: 'The API server refuses these pods. The controller of Rollouts leaves privileged out of what it validates, so the Rollout looks '
    + 'fine until its ReplicaSet is refused. A container that must not run as root and runs as user 0 is never started.',
  bad: examplePods({ container: 'securityContext:\n  privileged: true\n  allowPrivilegeEscalation: false' }),
  good: examplePods({ container: 'securityContext:\n  privileged: false\n  allowPrivilegeEscalation: false' }),
  check(entry, context) {
    for (const { pointer: at, container } of podContainersOf(entry)) {
      const own = objectField(container, 'securityContext');
      const name = textField(container, 'name');
      if (!own) continue;
      if (flagField(own, 'privileged') && own.allowPrivilegeEscalation === false) {
        context.report(pointer(at, 'securityContext', 'allowPrivilegeEscalation'), `container ${name} is privileged and must not gain privileges`, {
          received: 'privileged: true, allowPrivilegeEscalation: false', expected: 'one of them', fix: 'remove privileged',
        });
      }
      for (const key of ['runAsUser', 'runAsGroup']) {
        const id = numberField(own, key);
        if (id === undefined || (id >= 0 && id <= 2_147_483_647)) continue;
        context.report(pointer(at, 'securityContext', key), `there is no id ${id}`, {
          received: String(id), expected: '0 to 2147483647', fix: `write the number that the image expects, or leave ${key} out`,
        });
      }
      if (flagField(own, 'runAsNonRoot') && numberField(own, 'runAsUser') === 0) {
        context.report(pointer(at, 'securityContext', 'runAsUser'), `container ${name} must not run as root, and its user is root`, {
          received: '0', expected: 'another user', fix: 'write the user of the image, or leave runAsUser out',
        });
      }
    }
  },
});
