import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { flagField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { GUEST_POD_KINDS, podsOf } from './pods-of';

const SHARED: Readonly<Record<string, string>> = {
  hostIPC: 'read and write the shared memory of other processes there',
  hostNetwork: 'listen on the addresses of the node, past network policies, and no second pod with its ports fits on that node',
  hostPID: 'see every process there, with its environment, and signal it',
};

/** Finds pods that live in the namespaces of their node. */
export const hostNamespaces = defineRule({
  id: 'pods/host-namespaces',
  severity: 'warning',
  kinds: GUEST_POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'pods have a network, processes and memory of their own',
  rationale: 'hostNetwork, hostPID and hostIPC take away what keeps a pod apart from its node and from the other pods there. DaemonSets are '
    + 'not looked at, as some of them are there to look after their node.',
  bad: examplePods({ pod: 'hostPID: true' }),
  good: examplePods({ pod: 'hostPID: false' }),
  check(entry, context) {
    for (const pods of podsOf(entry)) {
      for (const [key, consequence] of Object.entries(SHARED)) {
        if (!flagField(pods.spec, key)) continue;
        context.report(pointer(`${pods.pointer}/spec`, key), `pods share ${key.slice('host'.length)} with their node: they can ${consequence}`, {
          received: `${key}: true`, expected: `no ${key}`, fix: `remove ${key}, or run it as a DaemonSet if it looks after nodes`,
        });
      }
    }
  },
});
