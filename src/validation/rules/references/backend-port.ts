import { describe } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { exampleIngress, exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { backendPorts, type BackendPort } from './backend-ports';

const INGRESS = exampleIngress('web');

/** Classes of controllers that are known to look for the port of a Service alone. NGINX finds it by its target port too. */
const STRICT_CLASSES = ['alb', 'traefik', 'gce', 'kong', 'istio'];

/** Finds ports that the Service behind a route does not have. */
export const backendPort = defineRule({
  id: 'references/backend-port',
  severity: 'error',
  kinds: [
    'networking.k8s.io/Ingress',
    'gateway.networking.k8s.io/HTTPRoute', 'gateway.networking.k8s.io/GRPCRoute',
    'gateway.networking.k8s.io/TCPRoute', 'gateway.networking.k8s.io/TLSRoute',
    'getambassador.io/Mapping',
    'traefik.io/TraefikService', 'traefik.io/IngressRoute', 'traefik.containo.us/TraefikService', 'traefik.containo.us/IngressRoute',
    'apisix.apache.org/ApisixRoute',
  ],
  since: '0.1.0',
  implements: [],
  title: 'what routes to a Service names a port that it has',
  rationale: 'The port of a backend is one of the Service, not of the container. For any other port the proxy has no endpoints, and '
    + 'answers with 500 or 503. Nobody checks this, neither the API server nor Argo Rollouts, so a release goes on.',
  bad: joinDocuments(exampleServices('web'), INGRESS.replace('name: http', 'name: https')),
  good: joinDocuments(exampleServices('web'), INGRESS),
  check(entry, context) {
    for (const backend of backendPorts(entry, context.manifests)) {
      const { place, port, service } = backend;
      const spec = Place.root(service.manifest).at('spec');
      const ports = spec.at('ports').items;
      if (ports.length === 0 || spec.at('type').text === 'ExternalName' || port === 'use-annotation') continue;
      if (backend.isDirect && spec.at('clusterIP').text === 'None') continue;
      if (ports.some((one) => isMeant(backend, one) || (mayBeTarget(entry) && one.at('targetPort').value === port))) continue;
      const known = ports.map((one) => (typeof port === 'string' && one.at('name').text) || numberOf(one));
      context.report(place.pointer, `${describe(service.id)}${madeAt(service, entry)} has no port ${port}`, {
        received: String(port), expected: known.join(' or '), fix: 'write a port of the Service, not that of the container',
      });
    }
  },
});

/** A text may be a number: where a port is a number or a name, both spellings are read. */
function isMeant({ port }: BackendPort, one: Place): boolean {
  return one.at('port').value === port || one.at('name').value === port || numberOf(one) === port;
}

function numberOf(port: Place): string {
  return JSON.stringify(port.at('port').value ?? null);
}

function mayBeTarget({ id, manifest }: ManifestEntry): boolean {
  if (id.kind !== 'Ingress') return false;
  const name = Place.root(manifest).at('spec', 'ingressClassName').text || (manifest.metadata.annotations?.['kubernetes.io/ingress.class'] ?? '');
  return !STRICT_CLASSES.includes(name);
}
