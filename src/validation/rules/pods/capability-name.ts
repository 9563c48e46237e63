import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { listField, objectField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { POD_KINDS } from './pods-of';
import { securedContainersOf } from './secured-containers';

function adding(capability: string): string {
  return examplePods({ container: `securityContext:\n  capabilities:\n    add: [${capability}]` });
}

/** Finds capabilities that are called as in the kernel's headers. */
export const capabilityName = defineRule({
  id: 'pods/capability-name',
  severity: 'warning',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'capabilities are written without CAP_',
  rationale: 'Kubernetes calls them NET_BIND_SERVICE where the kernel says CAP_NET_BIND_SERVICE. Runtimes such as containerd put CAP_ before every name, so '
    + 'the longer one is no capability: it is not added, or not dropped, and Pod Security Standards do not know it either. The enum of cdk8s-plus has it.',
  bad: adding('CAP_NET_BIND_SERVICE'),
  good: adding('NET_BIND_SERVICE'),
  check(entry, context) {
    for (const { pointer: at, name, own } of securedContainersOf(entry)) {
      const capabilities = objectField(own, 'capabilities');
      for (const key of ['add', 'drop']) {
        listField(capabilities, key).forEach((capability, index) => {
          if (typeof capability !== 'string' || !/^CAP_/i.test(capability)) return;
          const field = pointer(at, 'securityContext', 'capabilities', key, index);
          const right = capability.slice('CAP_'.length);
          context.report(field, `container ${name} ${key === 'add' ? 'adds' : 'drops'} ${capability}, a name that Kubernetes does not have`, {
            received: capability,
            expected: right,
            fix: `write ${right}`,
            // A capability that is really dropped may be one that the program has got used to.
            edit: key === 'add' ? { op: 'set', pointer: field, value: right } : undefined,
          });
        });
      }
    }
  },
});
