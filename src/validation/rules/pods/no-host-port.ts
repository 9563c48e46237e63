import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { flagField, numberField, objectsField, textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { containersOfPods, GUEST_POD_KINDS, podsOf } from './pods-of';

/** Finds pods that take a port of their node. */
export const noHostPort = defineRule({
  id: 'pods/no-host-port',
  severity: 'warning',
  strict: true,
  kinds: GUEST_POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'pods are reached through a Service, not by a port of their node',
  rationale: 'A port of a node is there once, so two such pods never run on one node: the new pods of a release wait for nodes that the old ones do '
    + 'not use. Callers would have to know the nodes, and network policies of most clusters do not look at such ports.',
  bad: examplePods({ ports: '- name: http\n  containerPort: 8080\n  hostPort: 8080' }),
  good: examplePods({ ports: '- name: http\n  containerPort: 8080' }),
  check(entry, context) {
    for (const pods of podsOf(entry)) {
      // Then every port is one of the node, which is another finding.
      if (flagField(pods.spec, 'hostNetwork')) continue;
      for (const at of containersOfPods(pods)) {
        for (const [index, port] of objectsField(at.container, 'ports')) {
          const hostPort = numberField(port, 'hostPort') ?? 0;
          if (hostPort === 0) continue;
          context.report(pointer(at.pointer, 'ports', index, 'hostPort'), `container ${textField(at.container, 'name')} takes port ${hostPort} of its node`, {
            received: String(hostPort), expected: 'no hostPort', fix: 'remove hostPort, and put a Service in front of the pods',
          });
        }
      }
    }
  },
});
