import type { ManifestEntry, ManifestSet } from '../manifests/manifest-set';
import { GATEWAY_API_PLUGIN, pluginRoutes, ROUTE_KINDS } from '../manifests/references/gateway-api-plugin';
import { Place } from '../manifests/references/place';
import { selectorMatches } from '../manifests/selectors';
import { appliedName, mayMeet } from '../manifests/unit';
import { entriesOf } from './entries-of';
import { FIELD_OWNERS } from './field-owners';
import type { WrittenEntry } from './ignore-difference';

const APP_MESH = 'appmesh.k8s.aws';
const GATEWAY_API = 'gateway.networking.k8s.io';
const TRAEFIK = ['traefik.io', 'traefik.containo.us'];
const APP_MESH_ROUTES = ['httpRoute', 'http2Route', 'grpcRoute', 'tcpRoute'];

/**
 * What the controller and its Gateway API plugin write into objects of routers other than Istio. NGINX, SMI and Ambassador need
 * nothing: for them the controller makes objects of its own.
 */
export function routerEntries(rollout: ManifestEntry, manifests: ManifestSet): WrittenEntry[] {
  const routing = Place.root(rollout.manifest).at('spec', 'strategy', 'canary', 'trafficRouting');
  return [
    ...traefikEntries(rollout, routing.at('traefik'), manifests),
    ...apisixEntries(routing.at('apisix'), rollout.manifest.metadata.namespace),
    ...appMeshEntries(rollout, routing.at('appMesh'), manifests),
    ...gatewayApiEntries(rollout, routing, manifests),
  ];
}

// Argo Rollouts does not say which of Traefik's groups it looks in; the object does.
function traefikEntries(rollout: ManifestEntry, traefik: Place, manifests: ManifestSet): WrittenEntry[] {
  const name = traefik.at('weightedTraefikServiceName').text;
  const kind = 'TraefikService';
  return TRAEFIK
    .filter((group) => manifests.find(rollout.unit, { group, kind, namespace: rollout.id.namespace, name }))
    .map((group) => ({
      group, kind, name, namespace: rollout.manifest.metadata.namespace, jqPathExpressions: ['.spec.weighted.services[]?.weight'],
      owner: FIELD_OWNERS.weights,
    }));
}

function apisixEntries(apisix: Place, namespace?: string): WrittenEntry[] {
  const name = apisix.at('route', 'name').text;
  if (name === '') return [];
  const jqPathExpressions = ['.spec.http[]?.backends[]?.weight'];
  return [{ group: 'apisix.apache.org', kind: 'ApisixRoute', name, namespace, jqPathExpressions, owner: FIELD_OWNERS.weights }];
}

function appMeshEntries(rollout: ManifestEntry, appMesh: Place, manifests: ManifestSet): WrittenEntry[] {
  const name = appMesh.at('virtualService', 'name').text;
  const { namespace } = rollout.manifest.metadata;
  const routers = manifests
    .findAll(rollout.unit, { group: APP_MESH, kind: 'VirtualService', namespace: rollout.id.namespace, name })
    .map((service) => Place.root(service.manifest).at('spec', 'provider', 'virtualRouter', 'virtualRouterRef'))
    .filter((reference) => reference.exists)
    .map((reference): WrittenEntry => ({
      group: APP_MESH,
      kind: 'VirtualRouter',
      name: reference.at('name').text,
      namespace: reference.at('namespace').text || namespace,
      jqPathExpressions: APP_MESH_ROUTES.map((route) => `.spec.routes[]?.${route}.action.weightedTargets[]?.weight`),
      owner: FIELD_OWNERS.weights,
    }));
  const nodes = ['stableVirtualNodeRef', 'canaryVirtualNodeRef']
    .map((reference) => appMesh.at('virtualNodeGroup', reference, 'name'))
    .filter((node) => node.exists)
    .map((node): WrittenEntry => ({
      group: APP_MESH, kind: 'VirtualNode', name: node.text, namespace,
      jqPathExpressions: ['.spec.podSelector.matchLabels."rollouts-pod-template-hash"'],
      owner: FIELD_OWNERS.nodeHash,
    }));
  return [...routers, ...nodes];
}

function gatewayApiEntries(rollout: ManifestEntry, routing: Place, manifests: ManifestSet): WrittenEntry[] {
  const config = routing.at('plugins', GATEWAY_API_PLUGIN);
  const namespace = config.at('namespace').text || rollout.manifest.metadata.namespace;
  const entries = (kind: string, name: string, headers: readonly string[]): WrittenEntry[] =>
    entriesOf({ group: GATEWAY_API, kind, name, namespace }, [
      [FIELD_OWNERS.weights, ['.spec.rules[]?.backendRefs[]?.weight']],
      [FIELD_OWNERS.experimentRoutes, kind === 'HTTPRoute' ? experimentBackends(rollout) : []],
      [FIELD_OWNERS.managedRoutes, headers],
    ]);
  const named = pluginRoutes(config).flatMap(({ place, kind, useHeaderRoutes }) =>
    entries(kind, place.text, useHeaderRoutes ? headerRules(routing) : []));
  const selected = Object.entries(ROUTE_KINDS)
    .map(([field, kind]) => ({ kind, selector: config.at(`${field}Selector`) }))
    .filter(({ selector }) => selector.exists)
    .flatMap(({ kind, selector }) => manifests.entries
      .filter(({ id, unit, manifest }) => id.kind === kind && id.group === GATEWAY_API
        && id.namespace === (namespace ?? rollout.unit.namespace) && mayMeet(unit, rollout.unit)
        && selectorMatches(selector.value, manifest.metadata.labels ?? {}))
      .flatMap(({ id }) => entries(kind, id.name, [])));
  return [...named, ...selected];
}

/**
 * While an experiment runs, the Services of its weighted templates are backends of a rule. Those that have no name of their own
 * are named after the rollout, its revision, the step and the template (rollout/experiment.go in argoproj/argo-rollouts).
 */
function experimentBackends({ manifest, unit, id }: ManifestEntry): string[] {
  const templates = Place.root(manifest).at('spec', 'strategy', 'canary', 'steps').items
    .flatMap((step) => step.at('experiment', 'templates').items)
    .filter((template) => template.at('weight').exists);
  return templates.map((template) => {
    const service = template.at('service', 'name').text;
    const test = service === ''
      ? `test(${JSON.stringify(`^${literal(appliedName(unit, id))}-[a-z0-9]+-[0-9]+-[0-9]+-${literal(template.at('name').text)}(-|$)`)})`
      : `. == ${JSON.stringify(service)}`;
    return `.spec.rules[]?.backendRefs[]? | select(.name | ${test})`;
  });
}

/** The plugin adds a rule of the managed route's name for the first rule, and with `-1`, `-2` behind it for the others. */
function headerRules(routing: Place): string[] {
  return routing.at('managedRoutes').items.map((route) => {
    const pattern = `^${literal(route.at('name').text)}(-[0-9]+)?$`;
    return `.spec.rules[]? | select(.name != null and (.name | test(${JSON.stringify(pattern)})))`;
  });
}

/** A name as a regular expression that matches nothing else. */
function literal(name: string): string {
  return name.replace(/[^\w-]/g, (character) => `\\${character}`);
}
