import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { numberField, objectField, objectsField, textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { containersOfPods, POD_KINDS, podsOf } from './pods-of';

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'];
const HANDLERS = ['grpc', 'httpGet', 'tcpSocket'];

/** A pod whose readiness probe asks this port. */
function asking(port: number): string {
  return examplePods({ readinessProbe: `httpGet:\n  path: /healthz\n  port: ${port}` });
}

/** Finds probes that ask a number which no container of the pod lists. */
export const probePortListed = defineRule({
  id: 'pods/probe-port-listed',
  severity: 'warning',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'a probe asks a port that a container of the pod lists',
  rationale: 'The kubelet asks the number, whether a container listens there or not. Where all containers list their ports and none lists this one, it is most often a '
    + 'slip: the probe fails, the pods never get ready or are killed again and again, and the release stops at its first step.',
  bad: asking(8081),
  good: asking(8080),
  check(entry, context) {
    for (const pods of podsOf(entry)) {
      const containers = containersOfPods(pods).filter(({ container, init }) => !init || textField(container, 'restartPolicy') === 'Always');
      // A list of ports is for the reader alone, so a container without one may listen anywhere.
      if (containers.some(({ container }) => objectsField(container, 'ports').length === 0)) continue;
      const listed = [...new Set(containers.flatMap(({ container }) => objectsField(container, 'ports').map(([, port]) => numberField(port, 'containerPort'))))];
      for (const { pointer: at, container } of containers) {
        for (const probe of PROBES) {
          for (const key of HANDLERS) {
            const handler = objectField(objectField(container, probe), key);
            const port = numberField(handler, 'port');
            // What is no number of a port at all is reported as such, and another host is not the pod.
            if (port === undefined || port < 1 || port > 65535 || textField(handler, 'host') !== '' || listed.includes(port)) continue;
            context.report(pointer(at, probe, key, 'port'), `${probe} of container ${textField(container, 'name')} asks port ${port}, which no container of the pod lists`, {
              received: String(port), expected: listed.join(', '), fix: 'correct the port, or list it in the container',
            });
          }
        }
      }
    }
  },
});
