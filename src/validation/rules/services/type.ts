import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleBlueGreen, exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { isSet, numberField, objectsField, textField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';

const TYPES = ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'];

/** A Service of this type. */
function service(type: string): string {
  return joinDocuments(exampleBlueGreen('activeService: web'), exampleServices('web').replace('spec:\n', `spec:\n  type: ${type}\n`));
}

/** Finds Services of a type that there is not, or with fields that their type does not have. */
export const type = defineRule({
  id: 'services/type',
  severity: 'error',
  kinds: ['Service'],
  since: '0.1.0',
  implements: [],
  title: 'the type of a Service exists and goes with its ports',
  rationale: 'The API server refuses the Service and the sync fails. Only a Service without an address of its own, headless or ExternalName, '
    + 'may go without ports; only NodePort and LoadBalancer take ports of nodes.',
  bad: service('ClusterIp'),
  good: service('NodePort'),
  check(entry, context) {
    const spec = specOf(entry.manifest) ?? {};
    if (isSet(entry.manifest, 'spec') && !specOf(entry.manifest)) return;
    const kind = textField(spec, 'type') || 'ClusterIP';
    const headless = textField(spec, 'clusterIP') === 'None';
    const ports = objectsField(spec, 'ports');
    if (!TYPES.includes(kind)) {
      context.report('/spec/type', `there is no type "${kind}" of Services`, { received: kind, expected: TYPES.join(', '), fix: 'write one of these' });
      return;
    }
    if (ports.length === 0 && (!isSet(spec, 'ports') || Array.isArray(spec.ports)) && !headless && kind !== 'ExternalName') {
      context.report('/spec', 'the Service has no port', { received: 'no ports', expected: 'at least one port', fix: 'list the port that clients call' });
    }
    if (kind === 'ExternalName' && textField(spec, 'externalName') === '') {
      context.report('/spec', 'the Service is another name for nothing', { received: 'no externalName', expected: 'the name of a host', fix: 'write externalName' });
    }
    if (headless && (kind === 'NodePort' || kind === 'LoadBalancer')) {
      context.report('/spec/clusterIP', `a ${kind} cannot be headless`, { received: 'None', expected: 'no clusterIP', fix: 'leave clusterIP out' });
    }
    for (const [index, port] of ports) {
      const nodePort = numberField(port, 'nodePort');
      if (!nodePort || (kind !== 'ClusterIP' && kind !== 'ExternalName')) continue;
      context.report(pointer('/spec/ports', index, 'nodePort'), `a Service of type ${kind} has no ports of nodes`, {
        received: String(nodePort), expected: 'no nodePort', fix: 'leave nodePort out, or write type: NodePort',
      });
    }
  },
});
