import { describe } from '../../../manifests/manifest';
import { pointer } from '../../../manifests/pointer';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { exampleBlueGreen, exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { isSet, numberField, objectsField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';
import { servingContainers, workloadsOfService } from './service-workloads';

/** A Service whose port leads to this one. */
function targetExample(port: number): string {
  return joinDocuments(exampleBlueGreen('activeService: web'), exampleServices('web').replace('targetPort: http', `targetPort: ${port}`));
}

/** Finds ports of Services that lead to a number which no container lists. */
export const servicePortNumbered = defineRule({
  id: 'references/service-port-numbered',
  severity: 'warning',
  kinds: ['Service'],
  since: '0.1.0',
  implements: [],
  title: 'a targetPort that is a number is a port that a container lists',
  rationale: 'Kubernetes sends requests to the number, whether a container listens there or not. Where all containers list their ports '
    + 'and none lists this one, it is most often a slip: connections are refused. A port without targetPort leads to its own number.',
  bad: targetExample(8081),
  good: targetExample(8080),
  check(entry, context) {
    const spec = specOf(entry.manifest);
    const ports = objectsField(spec, 'ports').flatMap(([index, port]) => {
      const target = numberField(port, 'targetPort') ?? (isSet(port, 'targetPort') ? undefined : numberField(port, 'port'));
      return target === undefined ? [] : [{ index, target, key: isSet(port, 'targetPort') ? 'targetPort' : 'port' }];
    });
    const workloads = ports.length > 0 ? workloadsOfService(entry, context.manifests) : [];
    const [workload] = workloads;
    const containers = workloads.flatMap(servingContainers);
    // A list of ports is for the reader alone, so a container without one may listen anywhere.
    if (!workload || containers.some((container) => objectsField(container, 'ports').length === 0)) return;
    const numbers = containers.flatMap((container) => objectsField(container, 'ports').map(([, port]) => numberField(port, 'containerPort')));
    for (const { index, target, key } of ports) {
      if (numbers.includes(target)) continue;
      context.report(pointer('/spec/ports', index, key), `no container of ${describe(workload.id)}${madeAt(workload, entry)} lists port ${target}`, {
        received: String(target),
        expected: [...new Set(numbers)].join(', '),
        fix: key === 'port' ? 'write the targetPort' : 'correct the targetPort, or list the port in the container',
      });
    }
  },
});
