import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { objectField, objectsField, textField } from '../rollouts/fields';
import { examplePods } from './example-pods';
import { isPortName } from './names';
import { POD_KINDS, podContainersOf } from './pods-of';

const HANDLERS = ['httpGet', 'tcpSocket'] as const;

/** A pod whose readiness probe asks this port. */
function asking(port: string): string {
  return examplePods({ readinessProbe: `httpGet:\n  path: /healthz\n  port: ${port}` });
}

/** Finds probes and lifecycle hooks that ask a port by a name which their container does not give. */
export const probePorts = defineRule({
  id: 'pods/probe-ports',
  severity: 'error',
  kinds: POD_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'probes name ports of their own container',
  rationale: 'Nothing looks at the name before a pod runs. The kubelet then finds no such port in the container and every probe fails: the '
    + 'pods never get ready, or are killed again and again, and the release stops at its first step.',
  bad: asking('htpp'),
  good: asking('http'),
  check(entry, context) {
    for (const at of podContainersOf(entry)) {
      const names = objectsField(at.container, 'ports').map(([, port]) => textField(port, 'name')).filter((name) => name !== '');
      const lifecycle = objectField(at.container, 'lifecycle');
      const asked = [
        ...['livenessProbe', 'readinessProbe', 'startupProbe'].map((key) => [[key], objectField(at.container, key)] as const),
        ...['postStart', 'preStop'].map((key) => [['lifecycle', key], objectField(lifecycle, key)] as const),
      ];
      for (const [path, parent] of asked) {
        for (const handler of HANDLERS) {
          const port = textField(objectField(parent, handler), 'port');
          // What is no name at all is reported as such.
          if (!isPortName(port) || names.includes(port)) continue;
          context.report(pointer(at.pointer, ...path, handler, 'port'), `container ${textField(at.container, 'name')} has no port named ${port}`, {
            received: port,
            expected: names.join(', ') || 'a number, or the name of a port of the container',
            fix: 'correct the name, or name the port in the container',
          });
        }
      }
    }
  },
});
