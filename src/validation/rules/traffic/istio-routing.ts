import type { JsonObject, JsonValue } from '../../../manifests/json';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { madeAt } from '../../made-at';
import { readOnce, readOnceIn } from '../../readings';
import { isSet, listField, numberField, objectField, objectsField, textField } from '../rollouts/fields';
import { canaryOf, specOf, TRAFFIC_ROUTING, trafficRoutingOf } from '../rollouts/rollout-strategy';

/** A VirtualService that a Rollout names and that is there. */
export interface ManagedVirtualService {
  readonly rollout: ManifestEntry;
  /** Where the Rollout names it. */
  readonly pointer: Pointer;
  /** What the Rollout says about it: `name`, `routes`, `tlsRoutes`, `tcpRoutes`. */
  readonly config: JsonObject;
  readonly name: string;
  readonly spec: JsonObject;
  readonly entry: ManifestEntry;
}

/** How messages about a Rollout name one of its VirtualServices: with the line that made it. */
export function titleOf(service: ManagedVirtualService, rollout: ManifestEntry): string {
  return `VirtualService ${service.name}${madeAt(service.entry, rollout)}`;
}

/** The VirtualServices of a Rollout, as far as they are in the set. A name may be `name.namespace`, split at its first dot. */
export const managedVirtualServices = readOnceIn((rollout: ManifestEntry, manifests: ManifestSet): readonly ManagedVirtualService[] => {
  const istio = objectField(trafficRoutingOf(rollout.manifest), 'istio');
  const base = pointer(TRAFFIC_ROUTING, 'istio');
  const single = objectField(istio, 'virtualService');
  const configs: Array<readonly [Pointer, JsonObject]> = [
    ...(single ? [[pointer(base, 'virtualService'), single] as const] : []),
    ...objectsField(istio, 'virtualServices').map(([index, config]) => [pointer(base, 'virtualServices', index), config] as const),
  ];
  return configs.flatMap(([at, config]) => {
    const [name = '', namespace] = textField(config, 'name').split('.');
    const id = { group: 'networking.istio.io', kind: 'VirtualService', namespace: namespace || rollout.id.namespace, name };
    const found = manifests.find(rollout.unit, id);
    const spec = found && specOf(found.manifest);
    return found && spec ? [{ rollout, pointer: at, config, name, spec, entry: found }] : [];
  });
});

/** A route of a VirtualService whose weights the controller writes. */
export interface SelectedRoute {
  /** How messages name it: `http route primary`. */
  readonly label: string;
  readonly destinations: readonly JsonObject[];
}

/** Why the controller cannot tell which routes are meant. */
export interface RouteProblem {
  /** Where in what the Rollout says about the VirtualService. */
  readonly path: ReadonlyArray<string | number>;
  readonly message: string;
  readonly received: string;
  readonly expected: string;
  readonly fix: string;
}

/** Which routes a Rollout is about, and what is wrong with the choice. */
export interface RouteSelection {
  readonly routes: readonly SelectedRoute[];
  readonly problems: readonly RouteProblem[];
}

/** Names of the routes that belong to the controller. */
export function namesOfManagedRoutes(rollout: ManifestEntry): string[] {
  return objectsField(trafficRoutingOf(rollout.manifest), 'managedRoutes').map(([, route]) => textField(route, 'name'));
}

/** Selects routes as the controller does. Every section of the VirtualService counts, whichever the Rollout lists. */
export const selectRoutes = readOnce((service: ManagedVirtualService): RouteSelection => {
  const { rollout, spec } = service;
  const routes: SelectedRoute[] = [];
  const problems: RouteProblem[] = [];
  if (!['http', 'tls', 'tcp'].some((section) => isSet(spec, section))) {
    problems.push({
      path: ['name'],
      message: `${titleOf(service, rollout)} has no routes`,
      received: 'no routes',
      expected: 'http, tls or tcp',
      fix: 'add a route to both Services',
    });
  }
  selectHttp(rollout, service, routes, problems);
  for (const section of ['tls', 'tcp'] as const) selectByPort(section, rollout, service, routes, problems);
  return { routes, problems };
});

function selectHttp(rollout: ManifestEntry, service: ManagedVirtualService, routes: SelectedRoute[], problems: RouteProblem[]): void {
  const { config, spec } = service;
  const http = objectsField(spec, 'http').map(([index, route]) => ({ index, route, name: textField(route, 'name') }));
  if (!isSet(spec, 'http')) return;
  const names = http.map((route) => route.name).filter((text) => text !== '').sort();
  const wanted = listField(config, 'routes').filter((text): text is string => typeof text === 'string');
  wanted.forEach((text, index) => {
    const found = http.find((route) => route.name === text);
    if (found) {
      routes.push({ label: `http route ${found.name}`, destinations: destinationsOf(found.route) });
      return;
    }
    problems.push({
      path: ['routes', index],
      message: `${titleOf(service, rollout)} has no http route named ${text}`,
      received: text,
      expected: names.join(', ') || 'a route with a name',
      fix: 'name the route in the VirtualService, or list one that it has',
    });
  });
  if (wanted.length > 0) return;
  const managed = namesOfManagedRoutes(rollout);
  const own = http.filter((route) => route.name === '' || !managed.includes(route.name));
  if (own.length > 1) {
    problems.push({
      path: ['name'],
      message: `${titleOf(service, rollout)} has ${own.length} http routes, and the rollout does not say which it splits`,
      received: `${own.length} http routes`,
      expected: 'exactly one, or routes',
      fix: names.length > 0 ? `list the names in routes, such as ${names[0]}` : 'name the routes, and list them in routes',
    });
    return;
  }
  for (const { index, route, name: text } of own) {
    routes.push({ label: `http route ${text || index}`, destinations: destinationsOf(route) });
  }
}

function selectByPort(
  section: 'tls' | 'tcp', rollout: ManifestEntry, service: ManagedVirtualService, routes: SelectedRoute[], problems: RouteProblem[],
): void {
  const { config, spec } = service;
  if (!isSet(spec, section)) return;
  const found = objectsField(spec, section);
  const key = `${section}Routes`;
  const wanted = objectsField(config, key);
  for (const [index, target] of wanted) {
    const matching = found.filter(([, route]) => matchesPort(section, target, route));
    for (const [at, route] of matching) routes.push({ label: `${section} route ${at}`, destinations: destinationsOf(route) });
    if (matching.length > 0) continue;
    const sniHosts = hostsOf(listField(target, 'sniHosts')).join(', ') || 'of an empty list';
    const hosts = section === 'tls' ? ` and exactly the hosts ${sniHosts}` : '';
    problems.push({
      path: [key, index],
      message: `${titleOf(service, rollout)} has no ${section} route for port ${numberField(target, 'port') ?? 0}${hosts}`,
      received: JSON.stringify(target),
      expected: `a ${section} route whose matches have one port and this one`,
      fix: 'write what the matches of the route say',
    });
  }
  if (wanted.length > 0) return;
  if (found.length > 1) {
    problems.push({
      path: ['name'],
      message: `${titleOf(service, rollout)} has ${found.length} ${section} routes, and the rollout does not say which it splits`,
      received: `${found.length} ${section} routes`,
      expected: `exactly one, or ${key}`,
      fix: `list the routes in ${key} by port`,
    });
    return;
  }
  for (const [at, route] of found) routes.push({ label: `${section} route ${at}`, destinations: destinationsOf(route) });
}

/** All matches of a route together have one port, the wanted one, and for tls exactly the wanted hosts. An absent port is port 0. */
function matchesPort(section: 'tls' | 'tcp', target: JsonObject, route: JsonObject): boolean {
  const matches = objectsField(route, 'match').map(([, match]) => match);
  const ports = new Set(matches.map((match) => numberField(match, 'port') ?? 0));
  if (ports.size > 1 || ([...ports][0] ?? 0) !== (numberField(target, 'port') ?? 0)) return false;
  if (section === 'tcp') return true;
  const hosts = hostsOf(matches.flatMap((match) => listField(match, 'sniHosts')));
  return hosts.join('\n') === hostsOf(listField(target, 'sniHosts')).join('\n');
}

function hostsOf(values: readonly JsonValue[]): string[] {
  return [...new Set(values.filter((value): value is string => typeof value === 'string'))].sort();
}

function destinationsOf(route: JsonObject): JsonObject[] {
  return objectsField(route, 'route').map(([, destination]) => destination);
}

/** How one side of the split is recognised among the destinations of a route. */
export interface SplitSide {
  readonly role: 'canary' | 'stable';
  /** `host web-canary` or `subset canary`. */
  readonly label: string;
  matches(destination: JsonObject): boolean;
}

/**
 * Both sides of the split: the subsets of the DestinationRule if there is one, else the Services, of which only the part before
 * the first dot is compared. Ping and pong stand in for Services that are not set; before the first release pong is the stable one.
 */
export const splitSides = readOnce((rollout: ManifestEntry): readonly SplitSide[] => {
  const canary = canaryOf(rollout.manifest);
  const rule = objectField(objectField(trafficRoutingOf(rollout.manifest), 'istio'), 'destinationRule');
  const pingPong = objectField(canary, 'pingPong');
  const named = textField(canary, 'canaryService') !== '' || textField(canary, 'stableService') !== '';
  const services = named
    ? [textField(canary, 'canaryService'), textField(canary, 'stableService')]
    : [textField(pingPong, 'pingService'), textField(pingPong, 'pongService')];
  const [canaryName = '', stableName = ''] = rule ? [textField(rule, 'canarySubsetName'), textField(rule, 'stableSubsetName')] : services;
  const sides = [['canary', canaryName], ['stable', stableName]] as const;
  return sides.filter(([, name]) => name !== '').map(([role, name]) => ({
    role,
    label: `${rule ? 'subset' : 'host'} ${name}`,
    matches: (destination) => {
      const target = objectField(destination, 'destination');
      return rule ? textField(target, 'subset') === name : textField(target, 'host').split('.')[0] === name;
    },
  }));
});
