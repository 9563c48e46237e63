import type { JsonObject } from '../../../manifests/json';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { flagField, isSet, objectField, textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { POD_KINDS } from './pods-of';
import { securedContainersOf } from './secured-containers';

/** Finds containers that may make every call to the kernel. */
export const seccompProfile = defineRule({
  id: 'pods/seccomp-profile',
  severity: 'info',
  strict: true,
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'containers make only the calls to the kernel that their runtime thinks harmless',
  rationale: 'Without a seccomp profile a container may make every call to the kernel, also those that hardly any program needs and that ways out of '
    + 'containers were found with, unless the kubelet is told otherwise. The restricted Pod Security Standard wants RuntimeDefault or a profile.',
  bad: examplePods(),
  good: examplePods({ pod: 'securityContext:\n  seccompProfile:\n    type: RuntimeDefault' }),
  check(entry, context) {
    for (const { pointer: at, name, own, ofPod } of securedContainersOf(entry)) {
      const type = typeOf(own) || typeOf(ofPod);
      if ((type !== '' && type !== 'Unconfined') || flagField(own, 'privileged')) continue;
      context.report(isSet(own, 'seccompProfile') ? pointer(at, 'securityContext', 'seccompProfile') : at, `container ${name} may make every call to the kernel`, {
        received: type || 'no seccompProfile', expected: 'RuntimeDefault or Localhost', fix: 'write seccompProfile: { type: RuntimeDefault } into the securityContext of the pod',
      });
    }
  },
});

function typeOf(securityContext: JsonObject | undefined): string {
  return textField(objectField(securityContext, 'seccompProfile'), 'type');
}
