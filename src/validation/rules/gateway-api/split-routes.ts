import { LabelledObjects } from '../../../manifests/labelled-objects';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import type { Pointer } from '../../../manifests/pointer';
import { GATEWAY_API_PLUGIN, pluginRoutes, ROUTE_KINDS } from '../../../manifests/references/gateway-api-plugin';
import { Place } from '../../../manifests/references/place';
import type { Unit } from '../../../manifests/unit';
import { madeAt } from '../../made-at';
import { readOnceIn } from '../../readings';
import { canaryPlace } from '../traffic/router-objects';

/** The group of the kinds of routes. */
const GROUP = 'gateway.networking.k8s.io';

/** A route that the plugin for the Gateway API splits for a Rollout. */
export interface SplitRoute {
  /** Where the Rollout names or selects it. */
  readonly pointer: Pointer;
  readonly kind: string;
  /** How messages about the Rollout name it: `HTTPRoute web`, with the line that made it. */
  readonly title: string;
  readonly rules: readonly Place[];
  /** Whether the plugin adds rules for header routes to it, and takes away those that look like one. */
  readonly hasHeaderRoutes: boolean;
}

/** The configuration of the plugin in a Rollout. Nothing is there when the Rollout does not use it. */
export function pluginConfig(rollout: ManifestEntry): Place {
  return canaryPlace(rollout).at('trafficRouting', 'plugins', GATEWAY_API_PLUGIN);
}

/** The routes that a Rollout names or selects by label, as far as they are in the set. */
export const splitRoutes = readOnceIn((rollout: ManifestEntry, manifests: ManifestSet): readonly SplitRoute[] => {
  const config = pluginConfig(rollout);
  const namespace = config.at('namespace').text || rollout.id.namespace;
  const named = pluginRoutes(config).flatMap(({ place, kind, useHeaderRoutes }) => {
    const entry = manifests.find(rollout.unit, { group: GROUP, kind, namespace, name: place.text });
    return entry ? [splitRoute(rollout, entry, place.pointer, useHeaderRoutes)] : [];
  });
  const selected = Object.entries(ROUTE_KINDS).flatMap(([field, kind]) => {
    const selector = config.at(`${field}Selector`);
    if (!selector.exists) return [];
    return selectedRoutes(manifests.of(rollout.unit), rollout.unit, kind, namespace, selector)
      .map((entry) => splitRoute(rollout, entry, selector.pointer, false));
  });
  return [...named, ...selected];
});

/** The routes of a kind that a selector of the plugin matches. */
export function selectedRoutes(
  entries: readonly ManifestEntry[], unit: Unit, kind: string, namespace: string, selector: Place,
): readonly ManifestEntry[] {
  return LABELLED.select(entries, unit, namespace, selector.value).filter(({ id }) => id.kind === kind);
}

const LABELLED = new LabelledObjects(({ id, manifest }) => (id.group === GROUP ? [manifest.metadata.labels ?? {}] : []));

function splitRoute(rollout: ManifestEntry, entry: ManifestEntry, pointer: Pointer, useHeaderRoutes: boolean): SplitRoute {
  const { kind, name } = entry.id;
  return {
    pointer,
    kind,
    // Built when it is said: to find a line is costly.
    get title() {
      return `${kind} ${name}${madeAt(entry, rollout)}`;
    },
    rules: Place.root(entry.manifest).at('spec', 'rules').items,
    // The plugin has no header routes for the others, whatever the Rollout says.
    hasHeaderRoutes: useHeaderRoutes && (kind === 'HTTPRoute' || kind === 'GRPCRoute'),
  };
}

/** The rules of a route that the plugin copies for a header route: those that lead to both Services. None when the route takes none. */
export function copiedRules(rollout: ManifestEntry, { rules, hasHeaderRoutes }: SplitRoute): Place[] {
  const canary = canaryPlace(rollout);
  const services = [canary.at('stableService').text, canary.at('canaryService').text];
  return hasHeaderRoutes ? rules.filter((rule) => services.every((service) => backendsOf(rule).includes(service))) : [];
}

/** The Services behind a rule. */
export function backendsOf(rule: Place): string[] {
  return rule.at('backendRefs').items.map((backend) => backend.at('name').text);
}

/** Names of header routes that steps of the Rollout make, each once. */
export function headerRouteNames(rollout: ManifestEntry): string[] {
  const steps = canaryPlace(rollout).at('steps').items.map((step) => step.at('setHeaderRoute'));
  return [...new Set(steps.filter((route) => route.at('match').items.length > 0).map((route) => route.at('name').text))];
}
