import { defineRule } from '../../rule';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { exampleHttpRoute } from '../traffic/example-routers';
import { reportMissing } from './missing-object';

/** Finds routes to Services, nodes and other routes that nobody makes. */
export const routeBackendsExist = defineRule({
  id: 'references/route-backends-exist',
  severity: 'warning',
  kinds: [
    'networking.istio.io/VirtualService',
    'gateway.networking.k8s.io/HTTPRoute', 'gateway.networking.k8s.io/GRPCRoute',
    'gateway.networking.k8s.io/TCPRoute', 'gateway.networking.k8s.io/TLSRoute',
    'getambassador.io/Mapping', 'x.getambassador.io/AmbassadorMapping',
    'traefik.io/TraefikService', 'traefik.io/IngressRoute', 'traefik.containo.us/TraefikService', 'traefik.containo.us/IngressRoute',
    'apisix.apache.org/ApisixRoute',
    'split.smi-spec.io/TrafficSplit',
    'appmesh.k8s.aws/VirtualService', 'appmesh.k8s.aws/VirtualRouter',
  ],
  since: '0.1.0',
  implements: [],
  title: 'what a route leads to exists',
  rationale: 'A route may name a Service that is not there. The proxy then answers its share of the requests with 500 or 503 until '
    + 'somebody makes it.',
  bad: joinDocuments(exampleHttpRoute(), exampleServices('web-stable')),
  good: joinDocuments(exampleHttpRoute(), exampleServices('web-stable', 'web-canary')),
  check(entry, context) {
    reportMissing(entry, context, () => true, 'requests that go there fail');
  },
});
