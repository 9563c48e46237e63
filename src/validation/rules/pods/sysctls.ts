import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { objectField, objectsField, textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { POD_KINDS, podsOf } from './pods-of';

/** What every kubelet allows: https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/ and the Pod Security Standards. */
const SAFE = new Set([
  'kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.ip_local_reserved_ports', 'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range', 'net.ipv4.tcp_fin_timeout', 'net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_syncookies', 'net.ipv4.tcp_wmem',
]);

function setting(name: string): string {
  return examplePods({ pod: `securityContext:\n  sysctls:\n    - name: ${name}\n      value: "1024"` });
}

/** Finds kernel settings that a kubelet refuses unless its node is set up for them. */
export const sysctls = defineRule({
  id: 'pods/sysctls',
  severity: 'warning',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'pods change only the kernel settings that every node allows',
  rationale: 'A pod with another sysctl is placed on a node and refused there with SysctlForbidden, again and again, unless the kubelet of that node '
    + 'was started with --allowed-unsafe-sysctls. Some of them change the node for every pod on it.',
  bad: setting('net.core.somaxconn'),
  good: setting('net.ipv4.ip_unprivileged_port_start'),
  check(entry, context) {
    for (const pods of podsOf(entry)) {
      for (const [index, sysctl] of objectsField(objectField(pods.spec, 'securityContext'), 'sysctls')) {
        // The kernel takes both ways of writing it.
        const name = textField(sysctl, 'name').replaceAll('/', '.');
        if (name === '' || SAFE.has(name)) continue;
        context.report(pointer(`${pods.pointer}/spec/securityContext/sysctls`, index, 'name'), `nodes refuse pods that set ${name}, unless they are set up for it`, {
          received: name, expected: 'a setting of the safe set', fix: 'remove it, or acknowledge this when the kubelets allow it',
        });
      }
    }
  },
});
