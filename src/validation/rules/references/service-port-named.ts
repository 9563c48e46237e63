import { describe } from '../../../manifests/manifest';
import { pointer } from '../../../manifests/pointer';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { exampleBlueGreen, exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { objectsField, textField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';
import { servingContainers, workloadsOfService } from './service-workloads';

/** Finds ports of Services that lead to a container port of a name that there is not. */
export const servicePortNamed = defineRule({
  id: 'references/service-port-named',
  severity: 'error',
  kinds: ['Service'],
  since: '0.1.0',
  implements: [],
  title: 'a targetPort that is a name is the name of a container port',
  rationale: 'Kubernetes looks the name up in the pods. Where no container has such a port the Service has no endpoints for it, and '
    + 'every request to it fails; a Rollout behind it goes on with its weights all the same.',
  bad: joinDocuments(exampleBlueGreen('activeService: web'), exampleServices('web').replace('targetPort: http', 'targetPort: https')),
  good: joinDocuments(exampleBlueGreen('activeService: web'), exampleServices('web')),
  check(entry, context) {
    const ports = objectsField(specOf(entry.manifest), 'ports').filter(([, port]) => textField(port, 'targetPort') !== '');
    if (ports.length === 0) return;
    const workloads = workloadsOfService(entry, context.manifests);
    const [workload] = workloads;
    if (!workload) return;
    const names = workloads.flatMap(servingContainers)
      .flatMap((container) => objectsField(container, 'ports').map(([, port]) => textField(port, 'name'))).filter((name) => name !== '');
    for (const [index, port] of ports) {
      const target = textField(port, 'targetPort');
      if (names.includes(target)) continue;
      const near = nearest(target, names);
      context.report(pointer('/spec/ports', index, 'targetPort'), `no container of ${describe(workload.id)}${madeAt(workload, entry)} has a port named ${target}`, {
        received: target,
        expected: names.join(', ') || 'the name of a container port',
        fix: near ? `did you mean ${near}?` : 'name a port of the container, or write its number',
      });
    }
  },
});
