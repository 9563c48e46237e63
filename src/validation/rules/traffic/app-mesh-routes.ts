import { readable } from '../../../manifests/pointer';
import { referencesOf, resolve } from '../../../manifests/references';
import { Place } from '../../../manifests/references/place';
import { madeAt } from '../../made-at';
import { defineRule, type RuleContext } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleRouted, exampleRouterObject } from './example-routers';
import { canaryPlace, routerObjects } from './router-objects';

const ROLLOUT_YAML = exampleRouted(`
appMesh:
  virtualService:
    name: web
  virtualNodeGroup:
    canaryVirtualNodeRef:
      name: web-canary
    stableVirtualNodeRef:
      name: web-stable
`);

function meshExample(...nodes: readonly string[]): string {
  return joinDocuments(ROLLOUT_YAML, exampleRouterObject('appmesh.k8s.aws/v1beta2', 'VirtualService', `
provider:
  virtualRouter:
    virtualRouterRef:
      name: web
`), exampleRouterObject('appmesh.k8s.aws/v1beta2', 'VirtualRouter', `
listeners:
  - portMapping:
      port: 8080
      protocol: http
routes:
  - name: primary
    httpRoute:
      match:
        prefix: /
      action:
        weightedTargets:
${nodes.map((name, index) => `          - virtualNodeRef:\n              name: ${name}\n            weight: ${index === 0 ? 100 : 0}`).join('\n')}
`));
}

/** The kinds of routes in the order in which the controller looks for them. */
const ROUTE_TYPES = ['httpRoute', 'tcpRoute', 'http2Route', 'grpcRoute'] as const;

/** Finds virtual routers that the controller does not split. */
export const appMeshRoutes = defineRule({
  id: 'traffic/app-mesh-routes',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: routedBy.appMesh,
  since: '0.1.0',
  implements: ['AR-069', 'AR-101', 'AR-102', 'AR-103', 'AR-104', 'AR-105', 'AR-106', 'AR-187'],
  title: 'every route of a virtual router leads to the two virtual nodes of the Rollout',
  rationale: 'The controller reads the router of the virtual service. Each of its routes, listed in the Rollout or not, needs exactly two '
    + 'weighted targets, or the Rollout is InvalidSpec. A target that is neither node keeps its weight, and a route without both '
    + 'is never split.',
  bad: meshExample('web-stable'),
  good: meshExample('web-stable', 'web-canary'),
  check(entry, context) {
    const appMesh = canaryPlace(entry).at('trafficRouting', 'appMesh');
    const listed = appMesh.at('virtualService', 'routes').items.map((place) => place.text);
    const nodes = ['canaryVirtualNodeRef', 'stableVirtualNodeRef'].map((key) => appMesh.at('virtualNodeGroup', key, 'name').text);
    if (nodes[0] !== '' && nodes[0] === nodes[1]) {
      context.report(appMesh.at('virtualNodeGroup', 'canaryVirtualNodeRef', 'name').pointer, `${nodes[0]} is the canary node and the stable one`, {
        received: nodes.join(', '), expected: 'two virtual nodes', fix: 'make a virtual node for each version',
      });
      return;
    }
    const services = routerObjects(entry, context.manifests, ({ group, kind }) => group === 'appmesh.k8s.aws' && kind === 'VirtualService');
    for (const { pointer, title, spec, entry: service } of services) {
      if (!spec.at('provider', 'virtualRouter', 'virtualRouterRef').exists) {
        context.report(pointer, `${title} has no virtual router, so there are no weights to set`, {
          received: 'no provider.virtualRouter', expected: 'a virtual router', fix: 'name one in provider.virtualRouter.virtualRouterRef',
        });
      }
      for (const reference of referencesOf(service).filter(({ kind }) => kind === 'VirtualRouter')) {
        const found = resolve(context.manifests, service, reference);
        if (!found || found === 'external') continue;
        const routes = Place.root(found.entry.manifest).at('spec', 'routes');
        const router = `VirtualRouter ${found.entry.id.name}${madeAt(found.entry, entry)}`;
        if (routes.items.length === 0) {
          context.report(pointer, `${router} has no routes`, { received: 'no routes', expected: 'a route to both nodes', fix: 'add a route' });
        }
        for (const place of appMesh.at('virtualService', 'routes').items) {
          const names = routes.items.map((route) => route.at('name').text);
          if (names.length === 0 || place.text === '' || names.includes(place.text)) continue;
          context.report(place.pointer, `${router} has no route ${place.text}, so nothing is split there`, {
            received: place.text, expected: names.join(', '), fix: 'name a route of the virtual router',
          });
        }
        for (const route of routes.items) {
          const isSplit = listed.length === 0 || listed.includes(route.at('name').text);
          checkRoute(context, { pointer, router, route, nodes: isSplit ? nodes : [] });
        }
      }
    }
  },
});

interface MeshRoute {
  readonly pointer: string;
  readonly router: string;
  readonly route: Place;
  /** The nodes that the controller sets the weights of in this route. */
  readonly nodes: readonly string[];
}

function checkRoute(context: RuleContext, { pointer, router, route, nodes }: MeshRoute): void {
  const name = route.at('name').text || readable(route.pointer);
  const type = ROUTE_TYPES.find((one) => route.at(one).exists);
  const targets = type === undefined ? [] : route.at(type, 'action', 'weightedTargets').items;
  if (targets.length !== 2) {
    context.report(pointer, `route ${name} of ${router} has ${targets.length} weighted target${targets.length === 1 ? '' : 's'}, and the controller wants two`, {
      received: type === undefined ? `none of ${ROUTE_TYPES.join(', ')}` : `${targets.length} weighted targets`,
      expected: 'the stable and the canary node',
      fix: 'let the route lead to both nodes, or move it to a router of its own',
    });
    return;
  }
  const found = targets.map((target) => target.at('virtualNodeRef', 'name').text);
  const missing = nodes.filter((node) => node !== '' && !found.includes(node));
  if (missing.length > 0) {
    context.report(pointer, `route ${name} of ${router} does not lead to ${missing.join(' and ')}`, {
      received: found.join(', '), expected: nodes.join(' and '), fix: 'let the route lead to both nodes of virtualNodeGroup',
    });
  } else if (nodes.length > 0 && targets.some((target) => typeof target.at('weight').value !== 'number')) {
    context.report(pointer, `route ${name} of ${router} has a target without weight, and the controller fails there`, {
      received: 'no weight', expected: 'stable 100, canary 0', fix: 'write both weights',
    });
  }
}
