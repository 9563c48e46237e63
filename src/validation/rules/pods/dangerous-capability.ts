import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { listField, objectField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { GUEST_POD_KINDS } from './pods-of';
import { securedContainersOf } from './secured-containers';

/** Capabilities that lead out of the container, or into other ones. */
const DANGEROUS = new Set([
  'ALL', 'BPF', 'DAC_READ_SEARCH', 'MAC_ADMIN', 'NET_ADMIN', 'PERFMON', 'SYS_ADMIN', 'SYS_BOOT', 'SYS_MODULE', 'SYS_PTRACE', 'SYS_RAWIO', 'SYS_TIME',
]);

function adding(capability: string): string {
  return examplePods({ container: `securityContext:\n  capabilities:\n    add: [${capability}]` });
}

/** Finds containers with capabilities that lead out of them. */
export const dangerousCapability = defineRule({
  id: 'pods/dangerous-capability',
  severity: 'warning',
  kinds: GUEST_POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'no container gets a capability that leads out of it',
  rationale: 'SYS_ADMIN is nearly all that root may do, SYS_MODULE loads code into the kernel, NET_ADMIN redirects the traffic of the pod, and ALL is '
    + 'all of them. The baseline Pod Security Standard refuses such pods.',
  bad: adding('SYS_ADMIN'),
  good: adding('NET_BIND_SERVICE'),
  check(entry, context) {
    for (const { pointer: at, name, own } of securedContainersOf(entry)) {
      listField(objectField(own, 'capabilities'), 'add').forEach((capability, index) => {
        if (typeof capability !== 'string' || !DANGEROUS.has(capability.toUpperCase().replace(/^CAP_/, ''))) return;
        context.report(pointer(at, 'securityContext', 'capabilities', 'add', index), `container ${name} gets ${capability}, which leads out of it`, {
          received: capability, expected: 'a capability that stays in the container, or none', fix: `remove ${capability}, and add the single ones that it needs`,
        });
      });
    }
  },
});
