import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleRollout } from './example-rollout';
import { isSet, numberField, objectsField, textField } from './fields';
import { containersOf, hasWorkloadRef } from './pod-template';
import { ROLLOUT } from './rollout-strategy';

/** Two ports; the second has this name. */
function portsExample(second: string): string {
  return exampleRollout({ template: `
metadata:
  labels:
    app: web
spec:
  containers:
    - name: web
      image: example.com/web:1.4.2
      ports:
        - name: http
          containerPort: 8080
        - name: ${second}
          containerPort: 9090
      readinessProbe:
        httpGet:
          path: /healthz
          port: 8080
` });
}

/** A port name is a service name: at most 15 characters with a letter among them, no hyphen at an end, none doubled. */
function isPortName(name: string): boolean {
  return name.length <= 15 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) && /[a-z]/.test(name);
}

/** Finds ports that Kubernetes would refuse. */
export const containerPorts = defineRule({
  id: 'rollouts/container-ports',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-008'],
  title: 'ports of a container have distinct, legal names and numbers',
  rationale: 'Services and probes name ports. The controller validates them as Kubernetes would and marks the Rollout InvalidSpec.',
  bad: portsExample('http'),
  good: portsExample('metrics'),
  check(entry, context) {
    if (hasWorkloadRef(entry.manifest)) return;
    for (const at of containersOf(entry.manifest)) {
      const names = new Set<string>();
      for (const [index, port] of objectsField(at.container, 'ports')) {
        const where = pointer(at.pointer, 'ports', index);
        const number = numberField(port, 'containerPort');
        if (number !== undefined && (number < 1 || number > 65535)) {
          context.report(pointer(where, 'containerPort'), `there is no port ${number}`, {
            received: String(number), expected: '1 to 65535', fix: 'write the port that the container listens on',
          });
        }
        const name = textField(port, 'name');
        if (!isSet(port, 'name') || name === '') continue;
        if (!isPortName(name)) {
          context.report(pointer(where, 'name'), `"${name}" is no port name`, {
            received: name,
            expected: 'up to 15 lower case letters, digits and single "-", with a letter among them',
            fix: 'rename the port',
          });
        } else if (names.has(name)) {
          context.report(pointer(where, 'name'), `two ports of container ${textField(at.container, 'name')} are named ${name}`, {
            received: name, expected: 'a name that no other port of the container has', fix: 'rename one of them',
          });
        }
        names.add(name);
      }
    }
  },
});
