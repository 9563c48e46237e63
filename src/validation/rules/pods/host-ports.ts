import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { flagField, numberField, objectsField, textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { containersOfPods, POD_KINDS, podsOf } from './pods-of';

/** Pods in the network of their node, with this port of the node. */
function onNode(hostPort: number): string {
  return examplePods({ pod: 'hostNetwork: true', ports: `- name: http\n  containerPort: 8080\n  hostPort: ${hostPort}` });
}

/** Finds ports of nodes that pods cannot have. */
export const hostPorts = defineRule({
  id: 'pods/host-ports',
  severity: 'error',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: ['AR-008'],
  title: 'ports of the node are legal, taken once a pod, and the ports of the container in the network of the node',
  rationale: 'With hostNetwork a container listens on the node itself, so there is nothing to map. The API server refuses such pods, and '
    + 'the ReplicaSet that a Rollout would make of them.',
  bad: onNode(80),
  good: onNode(8080),
  check(entry, context) {
    for (const pods of podsOf(entry)) {
      const taken = new Set<string>();
      const hostNetwork = flagField(pods.spec, 'hostNetwork');
      for (const { pointer: container, container: fields, init } of containersOfPods(pods)) {
        if (init) continue;
        for (const [index, port] of objectsField(fields, 'ports')) {
          const hostPort = numberField(port, 'hostPort') ?? 0;
          if (hostPort === 0) continue;
          const at = pointer(container, 'ports', index, 'hostPort');
          const received = String(hostPort);
          const place = `${textField(port, 'protocol') || 'TCP'}/${textField(port, 'hostIP')}/${hostPort}`;
          if (hostPort < 1 || hostPort > 65535) {
            context.report(at, `there is no port ${hostPort}`, { received, expected: '1 to 65535', fix: 'write a port of the node' });
          } else if (hostNetwork && hostPort !== numberField(port, 'containerPort')) {
            context.report(at, `hostPort ${hostPort} is another port than containerPort ${numberField(port, 'containerPort')}, in the network of the node`, {
              received, expected: String(numberField(port, 'containerPort')), fix: 'leave hostPort out, or leave hostNetwork out',
            });
          } else if (taken.has(place)) {
            context.report(at, `two ports of the pod take port ${hostPort} of the node`, {
              received, expected: 'a port of the node for each', fix: 'change or remove one of them',
            });
          }
          taken.add(place);
        }
      }
    }
  },
});
