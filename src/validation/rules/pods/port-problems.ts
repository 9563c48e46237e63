import { pointer } from '../../../manifests/pointer';
import type { RuleContext } from '../../rule';
import { isSet, numberField, objectsField, textField } from '../rollouts/fields';
import type { ContainerAt } from '../rollouts/pod-template';
import { isPortName } from './names';

/** Reports ports of a container that Kubernetes would refuse. */
export function reportPorts(context: RuleContext, at: ContainerAt): void {
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
