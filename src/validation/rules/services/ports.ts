import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { isDnsLabel, isPortName } from '../pods/names';
import { exampleBlueGreen, exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { numberField, objectsField, textField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';

/** A Service with this port. */
function serving(port: number): string {
  return joinDocuments(exampleBlueGreen('activeService: web'), exampleServices('web').replace('port: 80\n', `port: ${port}\n`));
}

/** Finds ports of Services that Kubernetes would refuse. */
export const ports = defineRule({
  id: 'services/ports',
  severity: 'error',
  kinds: ['Service'],
  since: '0.1.0',
  implements: [],
  title: 'ports of a Service have legal numbers, and names where there are several',
  rationale: 'The API server refuses the Service and the sync fails. A Rollout that names it then stays Degraded.',
  bad: serving(0),
  good: serving(80),
  check(entry, context) {
    const spec = specOf(entry.manifest);
    const all = objectsField(spec, 'ports');
    const names = new Set<string>();
    for (const [index, port] of all) {
      const at = pointer('/spec/ports', index);
      const name = textField(port, 'name');
      const number = numberField(port, 'port');
      for (const key of ['port', 'targetPort']) {
        const value = numberField(port, key);
        if (value === undefined || (value >= 1 && value <= 65535) || (key === 'targetPort' && value === 0)) continue;
        context.report(pointer(at, key), `there is no port ${value}`, { received: String(value), expected: '1 to 65535', fix: 'write the port' });
      }
      const target = textField(port, 'targetPort');
      if (target !== '' && !isPortName(target)) {
        context.report(pointer(at, 'targetPort'), `"${target}" is no name of a container port`, {
          received: target,
          expected: 'a number, or up to 15 lower case letters, digits and single "-"',
          fix: /^\d+$/.test(target) ? 'write the number without quotes' : 'write the name that the container gives its port',
        });
      }
      if (name === '' ? all.length > 1 : !isDnsLabel(name)) {
        context.report(name === '' ? at : pointer(at, 'name'), name === '' ? `port ${number} has no name, and the Service has several ports` : `"${name}" is no name of a port`, {
          received: name === '' ? 'no name' : name, expected: 'up to 63 lower case letters, digits and "-"', fix: 'name the port',
        });
      } else if (name !== '' && names.has(name)) {
        context.report(pointer(at, 'name'), `two ports are named ${name}`, { received: name, expected: 'a name of its own for each port', fix: 'rename one of them' });
      }
      names.add(name);
    }
  },
});
