import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { isSet } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { POD_KINDS } from './pods-of';
import { inForce, securedContainersOf } from './secured-containers';

/** Finds containers that may run as root. */
export const runAsNonRoot = defineRule({
  id: 'pods/run-as-non-root',
  severity: 'warning',
  strict: true,
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'containers run as a user other than root',
  rationale: 'Most images run as root when nobody says otherwise, and root in a container is root on the node for whoever finds a way out. With '
    + 'runAsNonRoot: true the kubelet does not start a container as root; an image without a number as its user needs runAsUser too.',
  bad: examplePods(),
  good: examplePods({ pod: 'securityContext:\n  runAsNonRoot: true' }),
  check(entry, context) {
    for (const one of securedContainersOf(entry)) {
      const user = inForce(one, 'runAsUser');
      const isRoot = user === 0;
      if (inForce(one, 'runAsNonRoot') === true || (typeof user === 'number' && !isRoot)) continue;
      const said = isRoot ? 'runAsUser' : 'runAsNonRoot';
      const at = isSet(one.own, said) ? pointer(one.pointer, 'securityContext', said) : one.pointer;
      context.report(at, `container ${one.name} ${isRoot ? 'runs' : 'may run'} as root`, {
        received: isRoot ? 'runAsUser: 0' : `runAsNonRoot: ${inForce(one, 'runAsNonRoot') === false ? 'false' : 'not said'}`,
        expected: 'runAsNonRoot: true', fix: 'write runAsNonRoot: true into the securityContext of the pod, and a user into the image',
      });
    }
  },
});
