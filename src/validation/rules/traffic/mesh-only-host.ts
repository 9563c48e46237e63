import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleIstioCanary, exampleIstioCompanions, joinDocuments } from '../rollouts/example-rollout';
import { listField } from '../rollouts/fields';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { managedVirtualServices, titleOf } from './istio-routing';

function hostExample(host: string): string {
  return joinDocuments(exampleIstioCanary('steps:\n  - setWeight: 25'), exampleIstioCompanions().replace('- web-stable\n', `- ${host}\n`));
}

/** Finds routes of a public host that no gateway serves. */
export const meshOnlyHost = defineRule({
  id: 'traffic/mesh-only-host',
  severity: 'warning',
  kinds: [ROLLOUT],
  scope: routedBy.istio,
  since: '0.1.0',
  implements: ['RI-12', 'E35'],
  title: 'a VirtualService of a public host has gateways',
  rationale: 'Without gateways a VirtualService is for sidecars of the mesh alone. Requests from outside come in by a gateway that does '
    + 'not know it, and the weights of the release move nothing.',
  bad: hostExample('web.example.com'),
  good: hostExample('web-stable'),
  check(entry, context) {
    for (const service of managedVirtualServices(entry, context.manifests)) {
      const hosts = listField(service.spec, 'hosts').filter((host): host is string => typeof host === 'string');
      const isPublic = hosts.length > 0 && hosts.every((host) => host.includes('.') && !/\.(svc|local|mesh|global|internal)$/.test(host));
      if (!isPublic || listField(service.spec, 'gateways').length > 0) continue;
      context.report(pointer(service.pointer, 'name'), `${titleOf(service, entry)} is for ${hosts.join(', ')} inside the mesh only, as it has no gateways`, {
        received: 'no gateways', expected: 'the gateway that serves the host', fix: 'add it to gateways, and mesh beside it where sidecars call the host too',
      });
    }
  },
});
