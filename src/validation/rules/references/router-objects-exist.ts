import { defineRule } from '../../rule';
import { exampleCanary, exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { exampleHttpRoute } from '../traffic/example-routers';
import { reportMissing } from './missing-object';

const ROLLOUT_YAML = joinDocuments(exampleCanary(`
stableService: web-stable
canaryService: web-canary
trafficRouting:
  plugins:
    argoproj-labs/gatewayAPI:
      httpRoute: web
steps:
  - setWeight: 25
`), exampleServices('web-stable', 'web-canary'));

/** Kinds of objects that a router splits and that have no rule of their own, each in any of its groups. */
const KINDS: ReadonlySet<string> = new Set([
  'getambassador.io/Mapping', 'traefik.containo.us/TraefikService', 'apisix.apache.org/ApisixRoute',
  'appmesh.k8s.aws/VirtualService', 'appmesh.k8s.aws/VirtualNode',
  'gateway.networking.k8s.io/HTTPRoute', 'gateway.networking.k8s.io/GRPCRoute',
  'gateway.networking.k8s.io/TCPRoute', 'gateway.networking.k8s.io/TLSRoute',
]);

/** Finds objects of routers that a Rollout names and nobody makes. */
export const routerObjectsExist = defineRule({
  id: 'references/router-objects-exist',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-067', 'AR-069', 'AR-183', 'AR-184', 'AR-185', 'AR-187'],
  needsCompleteSet: true,
  title: 'the Mapping, route or mesh object that a Rollout names exists',
  rationale: 'The controller writes weights into objects that are there; it makes none of these kinds. Without a Mapping or a virtual '
    + 'service of App Mesh the Rollout is InvalidSpec, without one of the others each reconciliation fails and the update stands still.',
  bad: joinDocuments(ROLLOUT_YAML, exampleHttpRoute().replace('name: web\n', 'name: webs\n')),
  good: joinDocuments(ROLLOUT_YAML, exampleHttpRoute()),
  check(entry, context) {
    reportMissing(entry, context, ({ group, kind }) => KINDS.has(`${group}/${kind}`), 'there is nothing to write weights into, and the update stands still');
  },
});
